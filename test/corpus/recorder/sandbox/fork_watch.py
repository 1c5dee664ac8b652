"""Prints the machine's forks, execs and exits of processes as JSON lines, from the kernel's process connector.

Node has no netlink sockets, hence Python. Needs root in the machine's own network namespace.
"""
import json
import os
import socket
import struct
import sys
import time

CONNECTOR, CN_IDX_PROC, LISTEN, SO_RCVBUFFORCE = 11, 1, 1, 33
KINDS = {0x1: "fork", 0x2: "exec", 0x80000000: "exit"}

connector = socket.socket(socket.AF_NETLINK, socket.SOCK_DGRAM, CONNECTOR)
connector.setsockopt(socket.SOL_SOCKET, SO_RCVBUFFORCE, 64 << 20)
connector.bind((os.getpid(), CN_IDX_PROC))
request = struct.pack("=IIIIHHI", CN_IDX_PROC, 1, 0, 0, 4, 0, LISTEN)
connector.send(struct.pack("=IHHII", 16 + len(request), 3, 0, 0, os.getpid()) + request)
# Events carry the monotonic clock, the audit log the clock of the wall.
since_epoch = time.time_ns() - time.monotonic_ns()
print(json.dumps({"kind": "ready"}), flush=True)
while True:
    try:
        event = connector.recv(1024)
    except OSError as lost:
        print(json.dumps({"kind": "lost", "reason": str(lost)}), flush=True)
        continue
    kind, _cpu, monotonic = struct.unpack_from("=IIQ", event, 36)
    if kind not in KINDS:
        continue
    line = {"kind": KINDS[kind], "time": (since_epoch + monotonic) / 1e9}
    pid, group, child, child_group = struct.unpack_from("=IIII", event, 52)
    if kind == 0x1:
        if child != child_group:
            continue  # a thread
        line.update(ppid=group, pid=child)
    elif pid != group:
        continue
    else:
        line.update(pid=pid)
    print(json.dumps(line), flush=True)
