import type { Database } from '@throughline/store';

export async function seedSampleStoryline(_db: Database): Promise<void> {}
