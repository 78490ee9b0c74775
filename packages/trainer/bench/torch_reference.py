"""The benchmark's model in PyTorch: answers one JSON line per JSON request line on standard input.

Same sizes, batch, optimiser and threads as the benchmark; eager mode, fused attention (scaled_dot_product_attention),
fused RMSNorm (rms_norm) and the fused AdamW kernel; generation with a preallocated key-value cache.
"""

import json
import sys
import time

import torch
import torch.nn.functional as F


class Model:
    def __init__(self, config):
        self.c = config
        d, f, v = config["hiddenSize"], config["intermediateSize"], config["vocabSize"]
        self.heads, self.kv_heads = config["heads"], config["kvHeads"]
        self.hd = d // self.heads
        generator = torch.Generator().manual_seed(0)

        def matrix(rows, columns, deviation):
            return (torch.randn(rows, columns, generator=generator) * deviation).requires_grad_()

        def gain():
            return torch.ones(d).requires_grad_()

        self.embedding = matrix(v, d, 0.02)
        self.blocks = [
            {
                "norm1": gain(),
                "qkv": matrix((self.heads + 2 * self.kv_heads) * self.hd, d, d**-0.5),
                "out": matrix(d, self.heads * self.hd, d**-0.5),
                "norm2": gain(),
                "gate_up": matrix(2 * f, d, d**-0.5),
                "down": matrix(d, f, f**-0.5),
            }
            for _ in range(config["layers"])
        ]
        self.norm = gain()
        positions = torch.arange(config["maxPositions"]).float()[:, None]
        angles = positions * (config["ropeTheta"] ** (-torch.arange(0, self.hd, 2).float() / self.hd))[None]
        self.cos, self.sin = angles.cos(), angles.sin()

    def parameters(self):
        return [self.embedding, self.norm] + [p for block in self.blocks for p in block.values()]

    def rotate(self, x, start):
        cos, sin = self.cos[start : start + x.shape[2]], self.sin[start : start + x.shape[2]]
        a, b = x.chunk(2, -1)
        return torch.cat([a * cos - b * sin, b * cos + a * sin], -1)

    def hidden(self, ids, cache=None, start=0):
        rows, length = ids.shape
        eps, d = self.c["normEpsilon"], self.c["hiddenSize"]
        x = F.embedding(ids, self.embedding)
        for index, block in enumerate(self.blocks):
            projected = F.linear(F.rms_norm(x, (d,), block["norm1"], eps), block["qkv"])
            projected = projected.view(rows, length, -1, self.hd).transpose(1, 2)
            q, k, v = projected.split([self.heads, self.kv_heads, self.kv_heads], 1)
            q, k = self.rotate(q, start), self.rotate(k, start)
            if cache is not None:
                keys, values = cache[index]
                keys[:, :, start : start + length] = k
                values[:, :, start : start + length] = v
                k, v = keys[:, :, : start + length], values[:, :, : start + length]
            grouped = self.heads != self.kv_heads
            attended = F.scaled_dot_product_attention(q, k, v, is_causal=length > 1, enable_gqa=grouped)
            x = x + F.linear(attended.transpose(1, 2).reshape(rows, length, -1), block["out"])
            gate, up = F.linear(F.rms_norm(x, (d,), block["norm2"], eps), block["gate_up"]).chunk(2, -1)
            x = x + F.linear(F.silu(gate) * up, block["down"])
        return x

    def logits(self, x):
        return F.linear(F.rms_norm(x, (self.c["hiddenSize"],), self.norm, self.c["normEpsilon"]), self.embedding)


def create_optimizer(model):
    matrices = [p for p in model.parameters() if p.dim() > 1]
    gains = [p for p in model.parameters() if p.dim() == 1]
    groups = [{"params": matrices, "weight_decay": 0.1}, {"params": gains, "weight_decay": 0.0}]
    return torch.optim.AdamW(groups, lr=1e-3, betas=(0.9, 0.95), fused=True)


def train(model, optimizer, ids, prompt_length):
    logits = model.logits(model.hidden(ids[:, :-1]))[:, prompt_length - 1 :]
    loss = F.cross_entropy(logits.reshape(-1, logits.shape[-1]), ids[:, prompt_length:].reshape(-1))
    optimizer.zero_grad(set_to_none=True)
    loss.backward()
    torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
    optimizer.step()
    return loss.item()


@torch.inference_mode()
def sample(model, prompts, group_size, new_tokens):
    """Completes each prompt group_size times; the prompt is read once and its cache copied to the rows."""
    length = prompts.shape[1]
    shape = (prompts.shape[0], model.kv_heads, length, model.hd)
    read = [(torch.zeros(shape), torch.zeros(shape)) for _ in model.blocks]
    x = model.hidden(prompts, read, 0)[:, -1].repeat_interleave(group_size, 0)
    room = (0, 0, 0, new_tokens)
    cache = [tuple(F.pad(t.repeat_interleave(group_size, 0), room) for t in pair) for pair in read]
    tokens, logprobs = [], []
    for step in range(new_tokens):
        shares = model.logits(x).softmax(-1)
        token = torch.multinomial(shares, 1)
        tokens.append(token)
        logprobs.append(shares.gather(1, token).log())
        if step + 1 < new_tokens:
            x = model.hidden(token, cache, length + step)[:, -1]
    return torch.cat(tokens, 1), torch.cat(logprobs, 1)


def main():
    setup = json.loads(sys.stdin.readline())
    torch.set_num_threads(setup["threads"])
    torch.manual_seed(0)
    model = Model(setup["model"])
    optimizer = create_optimizer(model)
    vocabulary = setup["model"]["vocabSize"]
    length = setup["promptLength"] + setup["newTokens"]
    batch = torch.randint(vocabulary, (setup["trainRows"], length))
    group_size = setup["groupSize"]
    prompts = torch.randint(vocabulary, (setup["sampleRows"] // group_size, setup["promptLength"]))
    parameters = sum(p.numel() for p in model.parameters())
    print(json.dumps({"version": torch.__version__, "parameters": parameters}), flush=True)
    for line in sys.stdin:
        request = json.loads(line)
        wall, cpu = time.perf_counter(), time.process_time()
        if request["what"] == "train":
            for _ in range(request["repeats"]):
                train(model, optimizer, batch, setup["promptLength"])
        else:
            for chunk in prompts.split(request["chunk"] // group_size):
                sample(model, chunk, group_size, setup["newTokens"])
        elapsed = {"wallSeconds": time.perf_counter() - wall, "cpuSeconds": time.process_time() - cpu}
        print(json.dumps(elapsed), flush=True)


main()
