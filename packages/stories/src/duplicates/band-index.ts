/** Items in one band beyond this are a template (a daily column), no copies: the newest are kept. */
const BUCKET = 8;

/** Items by the bands of their MinHash. Most bands hold one item, so a lone item is stored without a list. */
export class BandIndex {
  readonly #buckets = new Map<number, string | string[]>();
  readonly #bandsOf = new Map<string, Uint32Array>();

  add(id: string, bands: Uint32Array): void {
    if (bands.length === 0) return;
    this.#bandsOf.set(id, bands);
    for (const band of bands) {
      const bucket = this.#buckets.get(band);
      if (bucket === undefined) this.#buckets.set(band, id);
      else if (typeof bucket === 'string') this.#buckets.set(band, [bucket, id]);
      else if (bucket.push(id) > BUCKET) bucket.shift();
    }
  }

  /** Adds the items that share a band to `found`, until it holds `most`. */
  collect(bands: Uint32Array, found: Set<string>, most: number): void {
    for (const band of bands) {
      if (found.size >= most) return;
      const bucket = this.#buckets.get(band);
      if (typeof bucket === 'string') found.add(bucket);
      else for (const id of bucket ?? []) found.add(id);
    }
  }

  remove(id: string): void {
    for (const band of this.#bandsOf.get(id) ?? []) {
      const bucket = this.#buckets.get(band);
      if (bucket === id) this.#buckets.delete(band);
      else if (Array.isArray(bucket)) this.#shrink(band, bucket, id);
    }
    this.#bandsOf.delete(id);
  }

  #shrink(band: number, bucket: string[], id: string): void {
    const left = bucket.filter((other) => other !== id);
    const [first] = left;
    if (first === undefined) this.#buckets.delete(band);
    else this.#buckets.set(band, left.length === 1 ? first : left);
  }
}
