const CHUNK_BYTES = 65_536;

/**
 * Copies small arrays behind one another into shared memory: an array with memory of its own costs 300 bytes beside
 * its content. What is packed at one time should be let go at about one time: a chunk is freed with its last array.
 */
export class Packer {
  #chunk = new ArrayBuffer(0);
  #used = 0;

  uint32(values: Uint32Array): Uint32Array {
    const packed = new Uint32Array(
      this.#room(values.byteLength),
      this.#used - values.byteLength,
      values.length,
    );
    packed.set(values);
    return packed;
  }

  #room(bytes: number): ArrayBuffer {
    if (this.#used + bytes > this.#chunk.byteLength) {
      this.#chunk = new ArrayBuffer(Math.max(CHUNK_BYTES, bytes));
      this.#used = 0;
    }
    this.#used += bytes;
    return this.#chunk;
  }
}
