"""Searches a file of events with the Python library eql and prints the seconds it took and the matches it found."""
import json
import sys
import time

import eql

QUERY, PATH = sys.argv[1:]


def search():
    engine = eql.PythonEngine()
    with eql.parser.elasticsearch_syntax, eql.parser.ignore_missing_functions:
        engine.add_query(eql.parse_query(QUERY))
    found = []
    engine.add_output_hook(found.append)
    with open(PATH, "rb") as lines:
        for number, line in enumerate(lines):
            event = json.loads(line)
            engine.stream_event(eql.Event(event["event"]["category"][0], number, event))
    engine.finalize()
    return len(found)


started = time.perf_counter()
matches = search()
print(json.dumps({"seconds": time.perf_counter() - started, "matches": matches}))
