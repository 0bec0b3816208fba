"""A stand-in for the model server: its flags, no model. What it does is in STANDIN_MODE."""
import argparse
import os
import subprocess
import sys
import threading
import time

from aiohttp import web


def flags(mode):
    parser = argparse.ArgumentParser()
    for name in ("--host", "--static", "--tokenizer", "--moshi-weight", "--mimi-weight", "--hf-repo", "--ssl"):
        parser.add_argument(name)
    parser.add_argument("--port", type=int, default=8998)
    parser.add_argument("--cpu-offload", action="store_true")
    parser.add_argument("--voice-prompt-dir")
    if mode != "knows-no-device":
        parser.add_argument("--device", default="cuda")
    return parser.parse_args()


def log(text):
    print("2026-01-01 00:00:00,000 - __main__ - INFO - " + text, flush=True)


def hang_later(app):
    time.sleep(0.3)
    app.hangs = True


def main():
    mode = os.environ["STANDIN_MODE"]
    with open(os.environ["STANDIN_STARTS"], "a") as starts:
        starts.write("x")
    args = flags(mode)
    if args.voice_prompt_dir is not None:
        assert os.path.exists(args.voice_prompt_dir), f"Directory missing: {args.voice_prompt_dir}"
    log("loading moshi")
    if mode == "tells":
        for name, value in os.environ.items():
            log(name + "=" + value)
        log("argv=" + " ".join(sys.argv))
    if mode == "gated":
        raise RuntimeError("huggingface_hub.errors.GatedRepoError: 401 Client Error. Cannot access gated repo")
    if mode == "dies":
        raise RuntimeError("something about tensors")
    if mode == "slow":
        time.sleep(0.6)
    if mode == "with-children":
        child = subprocess.Popen(["sleep", "300"])
        grandchild = subprocess.Popen(["setsid", "sleep", "301"])
        log(f"children {child.pid} {grandchild.pid}")
    app = web.Application()
    if mode == "everywhere":
        from http.server import ThreadingHTTPServer
        server = ThreadingHTTPServer(("0.0.0.0", args.port), web.Plain)
        server.app = app
        server.serve_forever()
    if mode == "hangs":
        threading.Thread(target=hang_later, args=(app,), daemon=True).start()
    web.run_app(app, port=args.port)


main()
