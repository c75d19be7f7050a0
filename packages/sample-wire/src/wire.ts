import { compileEntries } from './items.ts';
import { arrest } from './texts/arrest.ts';
import { climate } from './texts/climate.ts';
import { copies } from './texts/copies.ts';
import { council } from './texts/council.ts';
import { elsewhere } from './texts/elsewhere.ts';
import { marigold } from './texts/marigold.ts';
import { migration } from './texts/migration.ts';
import { portEllery } from './texts/port-ellery.ts';
import { security } from './texts/security.ts';
import { sport } from './texts/sport.ts';
import { tariffDay } from './texts/tariff-day.ts';
import { trade } from './texts/trade.ts';

/** Everything up to here is out when the wire starts; what is later arrives while it runs. */
export const sampleWireNow = new Date('2025-04-10T06:00:00Z');

/** The whole wire, oldest first, with all revisions and gold annotations. */
export const sampleItems = compileEntries([
  ...arrest,
  ...tariffDay,
  ...trade,
  ...council,
  ...climate,
  ...security,
  ...migration,
  ...sport,
  ...marigold,
  ...portEllery,
  ...elsewhere,
  ...copies,
]);
