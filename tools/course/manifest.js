/** imsmanifest.xml: what a SCORM package says of itself, in both versions. Pure. */

/** @typedef {{ id: string, title: string, href: string }} Sco a part of the course: id is a name that XML takes */

/** What differs between the versions. */
const VERSIONS = Object.freeze({
  scorm12: {
    schemaVersion: '1.2',
    namespaces: {
      xmlns: 'http://www.imsproject.org/xsd/imscp_rootv1p1p2',
      'xmlns:adlcp': 'http://www.adlnet.org/xsd/adlcp_rootv1p2',
    },
    kind: 'adlcp:scormtype',
    organization: '',
    item: '',
  },
  scorm2004: {
    schemaVersion: '2004 4th Edition',
    namespaces: {
      xmlns: 'http://www.imsglobal.org/xsd/imscp_v1p1',
      'xmlns:adlcp': 'http://www.adlnet.org/xsd/adlcp_v1p3',
      'xmlns:imsss': 'http://www.imsglobal.org/xsd/imsss',
    },
    kind: 'adlcp:scormType',
    // A student may take the parts in any order, and a part itself says whether it is done.
    organization: '<imsss:sequencing><imsss:controlMode choice="true" flow="true"/></imsss:sequencing>',
    item: '<imsss:sequencing><imsss:deliveryControls completionSetByContent="true" objectiveSetByContent="true"/></imsss:sequencing>',
  },
});

/** @typedef {keyof typeof VERSIONS} ScormVersion */

export const SCORM_VERSIONS = Object.freeze(/** @type {ScormVersion[]} */ (Object.keys(VERSIONS)));

/** @param {string} text */
export const escapeXml = (text) =>
  text.replace(/[&<>"]/g, (sign) => `&${{ '&': 'amp', '<': 'lt', '>': 'gt', '"': 'quot' }[sign]};`).replace(/[^\P{Cc}\t\n\r]/gu, '');

/**
 * @param {ScormVersion} version
 * @param {{ title: string, language: string, scos: readonly Sco[], shared: readonly string[] }} course shared: files that every part needs
 */
export function writeManifest(version, { title, language, scos, shared }) {
  const { schemaVersion, namespaces, kind, organization, item } = VERSIONS[version];
  const attributes = Object.entries(namespaces).map(([name, value]) => `${name}="${value}"`);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<manifest identifier="twin-neurons" version="1.0" xml:lang="${language}" ${attributes.join(' ')}>`,
    `  <metadata><schema>ADL SCORM</schema><schemaversion>${schemaVersion}</schemaversion></metadata>`,
    '  <organizations default="course">',
    '    <organization identifier="course">',
    `      <title>${escapeXml(title)}</title>`,
    ...scos.map(
      (sco) => `      <item identifier="item-${sco.id}" identifierref="${sco.id}"><title>${escapeXml(sco.title)}</title>${item}</item>`,
    ),
    ...(organization === '' ? [] : [`      ${organization}`]),
    '    </organization>',
    '  </organizations>',
    '  <resources>',
    ...scos.map(
      ({ id, href }) =>
        `    <resource identifier="${id}" type="webcontent" ${kind}="sco" href="${href}"><file href="${href}"/><dependency identifierref="shared"/></resource>`,
    ),
    `    <resource identifier="shared" type="webcontent" ${kind}="asset">${shared.map((href) => `<file href="${href}"/>`).join('')}</resource>`,
    '  </resources>',
    '</manifest>',
    '',
  ].join('\n');
}
