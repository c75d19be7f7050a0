import { describe, expect, it } from 'vitest';
import { NO_HINTS, readHints } from './hints.ts';

const read = (text: string, encoding: BufferEncoding = 'utf8') => readHints(Buffer.from(text, encoding));

describe('readHints', () => {
  it('reads ttl, skipHours, skipDays and the syndication module', () => {
    expect(
      read(`<rss><channel><title>t</title><ttl>30</ttl>
        <skipHours><hour>0</hour><hour> 24 </hour><hour>7</hour><hour>99</hour></skipHours>
        <skipDays><day>Saturday</day><day>sunday</day><day>Someday</day></skipDays>
        <sy:updatePeriod> hourly </sy:updatePeriod><sy:updateFrequency>2</sy:updateFrequency>
        <item><ttl>5</ttl></item></channel></rss>`),
    ).toEqual({ ttlMinutes: 30, skipHours: [0, 0, 7], skipDays: [6, 0], updateMinutes: 30 });
  });

  it('finds them after the items and in UTF-16', () => {
    expect(read('<rss><item><ttl>5</ttl></item><ttl>45</ttl></rss>').ttlMinutes).toBe(45);
    expect(read('<rss><ttl>15</ttl><item/></rss>', 'utf16le').ttlMinutes).toBe(15);
    const long = `<rss><item>${'x'.repeat(200_000)}</item><ttl>45</ttl></rss>`;
    expect(read(long).ttlMinutes).toBe(45);
  });

  it('does not take an item for the channel, nor nonsense for a number', () => {
    expect(read('<rss><item><ttl>5</ttl></item></rss>')).toEqual(NO_HINTS);
    expect(read('<rss><ttl>-1</ttl></rss>').ttlMinutes).toBeNull();
    expect(read('<rss><ttl>soon</ttl></rss>').ttlMinutes).toBeNull();
    expect(read('<rss><sy:updatePeriod>constructor</sy:updatePeriod></rss>').updateMinutes).toBeNull();
    expect(read('{"version":"https://jsonfeed.org/version/1.1"}')).toEqual(NO_HINTS);
  });

  it('stays fast on hostile bodies', () => {
    const before = process.cpuUsage();
    for (const part of ['<ttl ', '<', '<skipHours>', '<hour>', '<a:', ' \n']) read(part.repeat(60_000));
    expect(process.cpuUsage(before).user / 1000).toBeLessThan(8_000);
  });
});
