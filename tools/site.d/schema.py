"""Renders a JSON Schema as tables of keys."""

import json

from dom import Element, element


def render(text, name):
    """Returns (title, body) of the schema in the file `name`."""
    schema = json.loads(text)
    title = "JSON Schema of orders"
    raw = element("p", "The schema for programs: ", element("a", name, href=name), ". ")
    raw.children += ["The manual page aliprotect-json(5) explains each key."]
    parts = [element("h1", title), element("p", schema["description"]), raw]
    parts += [element("h2", "order"), table(schema)]
    for key, part in sorted(schema["$defs"].items()):
        parts += definition(key, part)
    return title, Element("div", {}, parts)


def definition(key, part):
    parts = [element("h2", key), element("p", *kind(part), ".")]
    if "pattern" in part:
        parts.append(element("p", "Pattern: ", element("code", part["pattern"])))
    if object_of(part):
        parts.append(table(object_of(part)))
    return parts


def object_of(schema):
    """Returns the object that a value is if it is neither null nor in a list, or None."""
    if "properties" in schema:
        return schema
    return next((each for each in schema.get("oneOf", []) if "properties" in each), None)


def table(schema):
    head = element("tr", *(element("th", t, scope="col") for t in ("Key", "Value", "Meaning")))
    rows = list(rows_of(schema, ""))
    return element("table", element("thead", head), element("tbody", *rows))


def rows_of(schema, prefix):
    for key, part in schema["properties"].items():
        name = element("th", element("code", prefix + key), scope="row")
        meaning = part.get("description", "")
        yield element("tr", name, element("td", *kind(part)), element("td", meaning))
        if object_of(part):
            yield from rows_of(object_of(part), prefix + key + ".")
        elif object_of(part.get("items", {})):
            yield from rows_of(part["items"], prefix + key + "[].")


def kind(schema):
    """Returns the parts of a phrase such as "array of parcel"."""
    if "$ref" in schema:
        name = schema["$ref"].rsplit("/", 1)[1]
        return [element("a", name, href="#" + name)]
    if "enum" in schema:
        return joined([[element("code", json.dumps(word))] for word in schema["enum"]])
    if "oneOf" in schema:
        return joined([kind(each) for each in schema["oneOf"]])
    if "const" in schema:
        return [element("code", json.dumps(schema["const"]))]
    types = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    if types == ["array"]:
        return ["array of ", *kind(schema["items"])]
    return joined([[word] for word in types])


def joined(phrases):
    parts = []
    for phrase in phrases:
        parts += ([" or "] if parts else []) + phrase
    return parts
