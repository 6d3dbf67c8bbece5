#!/usr/bin/env python3
"""Checks a receipt, or a whole exported log, with the Python standard library only. Written from FORMAT.md.

    verify.py RECEIPT.json            one receipt
    verify.py LOG.ndjson [RECEIPT…]   a whole log, and whether these receipts belong to it
    --json                            one JSON document: {"ok": …, "wrong": […]}

Exit status 0: everything holds; 1: something does not, each line says what and where; 2: wrong usage.
"""
import base64
import binascii
import hashlib
import json
import re
import sys

ZERO = "0" * 64


# SM3 (GB/T 32905-2016): hashlib has it only where OpenSSL was built with it.
def _rotate(x, n):
    n %= 32
    return ((x << n) | (x >> (32 - n))) & 0xFFFFFFFF


def sm3(data):
    state = [0x7380166F, 0x4914B2B9, 0x172442D7, 0xDA8A0600, 0xA96F30BC, 0x163138AA, 0xE38DEE4D, 0xB0FB0E4E]
    padded = data + b"\x80" + b"\x00" * ((55 - len(data)) % 64) + (8 * len(data)).to_bytes(8, "big")
    for start in range(0, len(padded), 64):
        w = [int.from_bytes(padded[start + 4 * i:start + 4 * i + 4], "big") for i in range(16)]
        for i in range(16, 68):
            x = w[i - 16] ^ w[i - 9] ^ _rotate(w[i - 3], 15)
            w.append(x ^ _rotate(x, 15) ^ _rotate(x, 23) ^ _rotate(w[i - 13], 7) ^ w[i - 6])
        a, b, c, d, e, f, g, h = state
        for i in range(64):
            constant = 0x79CC4519 if i < 16 else 0x7A879D8A
            ss1 = _rotate((_rotate(a, 12) + e + _rotate(constant, i)) & 0xFFFFFFFF, 7)
            ss2 = ss1 ^ _rotate(a, 12)
            ff = a ^ b ^ c if i < 16 else (a & b) | (a & c) | (b & c)
            gg = e ^ f ^ g if i < 16 else (e & f) | (~e & g)
            tt1 = (ff + d + ss2 + (w[i] ^ w[i + 4])) & 0xFFFFFFFF
            tt2 = (gg + h + ss1 + w[i]) & 0xFFFFFFFF
            a, b, c, d, e, f, g, h = tt1, a, _rotate(b, 9), c, (tt2 ^ _rotate(tt2, 9) ^ _rotate(tt2, 17)) & 0xFFFFFFFF, e, _rotate(f, 19), g
        state = [x ^ y for x, y in zip(state, (a, b, c, d, e, f, g, h))]
    return b"".join(x.to_bytes(4, "big") for x in state).hex()


# Ed25519 (RFC 8032, 5.1), verification only.
P = 2 ** 255 - 19
ORDER = 2 ** 252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P


def _add(p, q):
    a, b = (p[1] - p[0]) * (q[1] - q[0]) % P, (p[1] + p[0]) * (q[1] + q[0]) % P
    c, d = 2 * p[3] * q[3] * D % P, 2 * p[2] * q[2] % P
    e, f, g, h = b - a, d - c, d + c, b + a
    return e * f % P, g * h % P, f * g % P, e * h % P


def _times(s, p):
    q = (0, 1, 1, 0)
    while s > 0:
        if s & 1:
            q = _add(q, p)
        p = _add(p, p)
        s >>= 1
    return q


def _x_of(y, sign):
    if y >= P:
        return None
    square = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    if square == 0:
        return None if sign else 0
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P != 0:
        x = x * pow(2, (P - 1) // 4, P) % P
    if (x * x - square) % P != 0:
        return None
    return P - x if (x & 1) != sign else x


def _point(data):
    y = int.from_bytes(data, "little")
    sign = y >> 255
    y &= (1 << 255) - 1
    x = _x_of(y, sign)
    return None if x is None else (x, y, 1, x * y % P)


BASE_Y = 4 * pow(5, P - 2, P) % P
BASE = (_x_of(BASE_Y, 0), BASE_Y, 1, _x_of(BASE_Y, 0) * BASE_Y % P)


def signed(message, signature, key):
    if len(signature) != 64 or len(key) != 32:
        return False
    a, r, s = _point(key), _point(signature[:32]), int.from_bytes(signature[32:], "little")
    if a is None or r is None or s >= ORDER:
        return False
    k = int.from_bytes(hashlib.sha512(signature[:32] + key + message).digest(), "little") % ORDER
    left, right = _times(s, BASE), _add(r, _times(k, a))
    return (left[0] * right[2] - right[0] * left[2]) % P == 0 and (left[1] * right[2] - right[1] * left[2]) % P == 0


# The tree (RFC 9162, 2.1).
def sha256(data):
    return hashlib.sha256(data).digest()


def leaf_hash(data):
    return sha256(b"\x00" + data)


def node_hash(left, right):
    return sha256(b"\x01" + left + right)


def root_of_path(leaf, index, size, path):
    fn, sn, root = index, size - 1, leaf
    for sibling in path:
        if sn == 0:
            return None
        if fn & 1 or fn == sn:
            root = node_hash(sibling, root)
            while not fn & 1 and fn != 0:
                fn, sn = fn >> 1, sn >> 1
        else:
            root = node_hash(root, sibling)
        fn, sn = fn >> 1, sn >> 1
    return root if sn == 0 else None


HEAD = re.compile(r"hengjian-log/1\n(0|[1-9][0-9]{0,15})\n([0-9a-f]{64})\n([0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\.[0-9]{3}\+08:00)\n", re.ASCII)
DIGEST = re.compile(r"[0-9a-f]{64}", re.ASCII)


class Wrong(Exception):
    pass


def need(good, what):
    if not good:
        raise Wrong(what)


def once(pairs):
    names = [name for name, _ in pairs]
    need(len(set(names)) == len(names), "form: a member stands twice")
    return dict(pairs)


def parsed(text, what):
    try:
        return json.loads(text, object_pairs_hook=once, parse_constant=lambda _: need(False, "form: not JSON"))
    except (ValueError, RecursionError):
        raise Wrong(what) from None


def is_int(value):
    return isinstance(value, int) and not isinstance(value, bool)


def digest(value, what):
    need(isinstance(value, str) and DIGEST.fullmatch(value), f"form: {what}")
    return bytes.fromhex(value)


def decoded(value, what):
    try:
        need(isinstance(value, str), f"form: {what}")
        data = base64.b64decode(value.encode("ascii"), validate=True)
        need(base64.b64encode(data).decode() == value, f"form: {what}")
        return data
    except (binascii.Error, ValueError, UnicodeError):
        raise Wrong(f"form: {what}") from None


def body_of(data):
    try:
        body = parsed(data.decode("utf-8"), "content: the bytes are not JSON")
    except UnicodeDecodeError:
        raise Wrong("content: the bytes are not UTF-8") from None
    need(isinstance(body, dict) and body.get("format") == "hengjian-act/1" and isinstance(body.get("act"), dict) and isinstance(body.get("prior"), dict), "content: not an act")
    need(is_int(body["act"].get("n")) and isinstance(body.get("matter"), str), "content: not an act")
    return body


def check_head(text, size, root, signature, key):
    match = HEAD.fullmatch(text) if isinstance(text, str) else None
    need(match, "head: not a head")
    need(int(match[1]) == size and match[2] == root.hex(), "head: it names another size or root")
    need(signed(text.encode("utf-8"), decoded(signature, "signature"), decoded(key, "publicKey")), "signature: it does not hold")
    return match[3]


MEMBERS = {"format", "act", "matter", "n", "recordedAt", "bytes", "sha256", "sm3", "prior", "leaf"}
LEAF = {"index", "hash", "size", "path", "root", "head", "signature", "publicKey"}


def check_receipt(receipt):
    need(isinstance(receipt, dict) and set(receipt) == MEMBERS and receipt["format"] == "hengjian-receipt/1", "form: not a receipt")
    need(is_int(receipt["n"]) and receipt["n"] >= 1, "form: n")
    data = decoded(receipt["bytes"], "bytes")
    need(digest(receipt["sha256"], "sha256") == sha256(data), "sha256: not that of the bytes")
    digest(receipt["sm3"], "sm3")
    need(receipt["sm3"] == sm3(data), "sm3: not that of the bytes")
    body = body_of(data)
    need((body.get("id"), body["matter"], body["act"]["n"], body["act"].get("recordedAt")) == (receipt["act"], receipt["matter"], receipt["n"], receipt["recordedAt"]), "content: act, matter, number or time are not those of the bytes")
    digest(receipt["prior"], "prior")
    need(body["prior"].get("sha256") == receipt["prior"] and (receipt["prior"] == ZERO) == (receipt["n"] == 1), "prior: not that of the bytes")
    leaf = receipt["leaf"]
    if leaf is None:
        return {"sealed": False}
    need(isinstance(leaf, dict) and set(leaf) == LEAF and is_int(leaf["index"]) and is_int(leaf["size"]) and 0 <= leaf["index"] < leaf["size"] and isinstance(leaf["path"], list), "form: leaf")
    root = digest(leaf["root"], "root")
    mine = leaf_hash(data)
    need(digest(leaf["hash"], "leaf hash") == mine, "leaf: not that of the bytes")
    need(root_of_path(mine, leaf["index"], leaf["size"], [digest(part, "path") for part in leaf["path"]]) == root, "path: it does not lead to the root")
    at = check_head(leaf["head"], leaf["size"], root, leaf["signature"], leaf["publicKey"])
    key = decoded(leaf["publicKey"], "publicKey")
    return {"sealed": True, "sealedAt": at, "key": hashlib.sha256(key).hexdigest()[:16]}


def check_log(lines, receipts):
    """Yields what is wrong; goes on after an entry that is wrong, so that each is named."""
    header = parsed(lines[0], "form: not a log") if lines else None
    if not isinstance(header, dict) or set(header) != {"format", "size"} or header["format"] != "hengjian-log-export/1" or not is_int(header["size"]) or header["size"] < 0:
        yield "form: not a log"
        return
    size = header["size"]
    chains, stack, roots, datas = {}, [], {0: sha256(b"")}, {}
    for index in range(size):
        try:
            need(index + 1 < len(lines), "missing")
            entry = parsed(lines[index + 1], "form: not JSON")
            need(isinstance(entry, dict) and set(entry) == {"index", "bytes"} and is_int(entry["index"]) and entry["index"] == index, "form: another entry stands here")
            data = decoded(entry["bytes"], "bytes")
        except Wrong as wrong:
            yield f"entry {index}: {wrong}"
            return
        datas[index] = data
        try:
            body = body_of(data)
            n, before = chains.get(body["matter"], (0, {"sha256": ZERO, "sm3": ZERO}))
            chains[body["matter"]] = (body["act"]["n"], {"sha256": sha256(data).hex(), "sm3": sm3(data)})
            need(body["act"]["n"] == n + 1, f"chain: act {body['act']['n']} follows act {n}")
            need(body["prior"] == before, "chain: it does not continue its matter")
        except Wrong as wrong:
            yield f"entry {index}: {wrong}"
        level, value = 0, leaf_hash(data)
        while stack and stack[-1][0] == level:
            value, level = node_hash(stack.pop()[1], value), level + 1
        stack.append((level, value))
        value = stack[-1][1]
        for _, left in reversed(stack[:-1]):
            value = node_hash(left, value)
        roots[index + 1] = value
    last = -1
    for number, line in enumerate(lines[size + 1:], size + 2):
        try:
            head = parsed(line, "form: not JSON")
            need(isinstance(head, dict) and set(head) == {"head", "signature", "publicKey"}, "form: not a head")
            match = HEAD.fullmatch(head["head"]) if isinstance(head["head"], str) else None
            need(match and last < int(match[1]) <= size, "head: not a head of this log")
            last = int(match[1])
            check_head(head["head"], last, roots[last], head["signature"], head["publicKey"])
        except Wrong as wrong:
            yield f"line {number}: {wrong}"
    if last != size and size > 0:
        yield "head: the last entries are under no head"
    for name, receipt in receipts:
        leaf = receipt["leaf"]
        if leaf is not None and (leaf["size"] not in roots or roots[leaf["size"]].hex() != leaf["root"] or datas.get(leaf["index"]) != base64.b64decode(receipt["bytes"])):
            yield f"{name}: the receipt does not belong to this log: the log was rewritten or is shorter"


def main(args):
    as_json = "--json" in args
    files = [arg for arg in args if arg != "--json"]
    if not files or any(name.startswith("-") for name in files):
        print(__doc__, file=sys.stderr)
        return 2
    wrong, told, receipts, logs = [], {}, [], []
    for name in files:
        try:
            with open(name, "rb") as file:
                text = file.read().decode("utf-8")
            first = parsed(text.split("\n", 1)[0] if "hengjian-log-export" in text[:80] else text, "form: not JSON")
            if isinstance(first, dict) and first.get("format") == "hengjian-log-export/1":
                logs.append((name, text.split("\n")[:-1] if text.endswith("\n") else text.split("\n")))
            else:
                told[name] = check_receipt(first)
                receipts.append((name, first))
        except (OSError, UnicodeDecodeError) as error:
            wrong.append(f"{name}: {error}")
        except Wrong as error:
            wrong.append(f"{name}: {error}")
    for name, lines in logs:
        try:
            found = list(check_log(lines, receipts))
        except Wrong as error:
            found = [str(error)]
        wrong.extend(f"{name}: {one}" for one in found)
        told[name] = {"entries": max(0, len(lines) - 1)}
    if as_json:
        print(json.dumps({"ok": not wrong, "wrong": wrong, "checked": told}, ensure_ascii=False))
    else:
        for line in wrong:
            print(line)
        if not wrong:
            print("everything holds:", json.dumps(told, ensure_ascii=False))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
