"""Amends Word files in LibreOffice as offices would: python3 amend.py PORT JOBS.json, with LibreOffice listening there.

A job: {"file", "out", "author", "tracked", "edits"}; an edit: {"do", "find", "text"}.
"""

import json
import sys
import time

import uno
from com.sun.star.beans import PropertyValue


def named(name, value):
    made = PropertyValue()
    made.Name, made.Value = name, value
    return made


def connected(port):
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(120):
        try:
            return resolver.resolve(f"uno:socket,host=127.0.0.1,port={port};urp;StarOffice.ComponentContext")
        except Exception:
            time.sleep(0.5)
    raise SystemExit("LibreOffice does not listen")


def write_as(context, author):
    services = context.ServiceManager
    provider = services.createInstanceWithContext("com.sun.star.configuration.ConfigurationProvider", context)
    where = (named("nodepath", "/org.openoffice.UserProfile/Data"),)
    profile = provider.createInstanceWithArguments("com.sun.star.configuration.ConfigurationUpdateAccess", where)
    profile.setPropertyValue("givenname", author)
    profile.setPropertyValue("sn", "")
    profile.commitChanges()


def found(document, text):
    search = document.createSearchDescriptor()
    search.SearchString, search.SearchCaseSensitive = text, True
    place = document.findFirst(search)
    while place is not None and place.Text.ImplementationName != "SwXBodyText":
        place = document.findNext(place.End, search)
    if place is None:
        raise SystemExit(f"not in the document: {text}")
    return place


def paragraph(place):
    cursor = place.Text.createTextCursorByRange(place.Start)
    cursor.gotoStartOfParagraph(False)
    cursor.gotoEndOfParagraph(True)
    return cursor


def put_behind(place, text):
    cursor = place.Text.createTextCursorByRange(place.End)
    cursor.gotoEndOfParagraph(False)
    cursor.Text.insertControlCharacter(cursor, 0, False)
    cursor.Text.insertString(cursor, text, False)


def remark(document, place, text, author):
    note = document.createInstance("com.sun.star.text.textfield.Annotation")
    note.Content, note.Author = text, author
    place.Text.insertTextContent(place, note, True)


def move(document, place, behind):
    own = paragraph(place)
    text = own.String
    own.goRight(1, True)
    own.String = ""
    put_behind(found(document, behind), text)


def amend(document, author, do, find, text=""):
    place = found(document, find)
    if do == "replace":
        place.String = text
    elif do == "add":
        place.Text.insertString(place.End, text, False)
    elif do == "paragraph":
        put_behind(place, text)
    elif do == "remark":
        remark(document, place, text, author)
    elif do == "move":
        move(document, place, text)


port, jobs = sys.argv[1], json.load(open(sys.argv[2], encoding="utf-8"))
context = connected(port)
desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
for job in jobs:
    write_as(context, job["author"])
    hidden = (named("Hidden", True),)
    document = desktop.loadComponentFromURL(uno.systemPathToFileUrl(job["file"]), "_blank", 0, hidden)
    document.RecordChanges = job["tracked"]
    for edit in job["edits"]:
        amend(document, job["author"], **edit)
    target = uno.systemPathToFileUrl(job["out"])
    document.storeToURL(target, (named("FilterName", "MS Word 2007 XML"),))
    document.close(True)
try:
    desktop.terminate()
except Exception:
    pass
