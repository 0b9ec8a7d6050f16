"""Twin Neurons in a notebook's cell, without a network: the page as one file, put into the cell as a text.

In a notebook: %run notebook.py, or paste the function; then

    from IPython.display import HTML
    HTML(twin_neurons('twin-neurons.html', '?embed=1&preset=tied'))

Where the notebook's server has the file in its first folder, one line does: IFrame('/files/twin-neurons.html?embed=1&preset=tied', '100%', 640)

From a shell, it prints a page with that cell: python3 notebook.py twin-neurons.html '?embed=1&preset=tied'
"""

import html
import sys


def twin_neurons(path, address="?embed=1", height=640, site=""):
    """The markup of a frame. What would stand behind the page's file name in an address is the frame's data-address. site: where the page
    is on the web, for its links; without it there are none."""
    with open(path, encoding="utf-8") as file:
        page = file.read()
    page = page.replace("<html ", '<html data-address="%s" data-site="%s" ' % (html.escape(address), html.escape(site)), 1)
    # Of a bare frame, IPython's HTML says that it were better an IFrame, which has no text of its own.
    frame = '<div><iframe srcdoc="%s" width="100%%" height="%d" title="Twin Neurons" allow="clipboard-write"></iframe></div>'
    return frame % (html.escape(page), int(height))


# A notebook that has this file in a cell, or runs it with %run, is no shell.
if __name__ == "__main__" and sys.argv[0].endswith("notebook.py") and len(sys.argv) > 1:
    sys.stdout.write("<!doctype html>\n<title>A notebook</title>\n<link rel=\"icon\" href=\"data:,\">\n" + twin_neurons(*sys.argv[1:]) + "\n")
