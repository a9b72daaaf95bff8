import { randomBytes } from 'node:crypto';

import { Redis } from 'ioredis';
import { Client } from 'pg';

/** A database and a part of Redis that belong to one n8n in queue mode. */
export interface QueueServices {
	/** Variables that all its processes share. */
	environment: Record<string, string>;
	/** Removes the database and the keys; every process must have ended. */
	remove: () => Promise<void>;
}

/** Where the services listen; `PGUSER` and `PGPASSWORD` of the environment sign in to PostgreSQL. */
const host = '127.0.0.1';
const postgresPort = 5432;
const redisPort = 6379;

/**
 * Makes a fresh database in PostgreSQL and a key prefix in Redis, both on this machine.
 * @throws Error with one sentence when one of them does not answer.
 */
export async function openQueueServices(): Promise<QueueServices> {
	const name = `private_number_${randomBytes(6).toString('hex')}`;
	const user = process.env.PGUSER ?? 'postgres';
	const password = process.env.PGPASSWORD ?? '';
	const sql = async (statement: string): Promise<void> => {
		const client = new Client({ host, port: postgresPort, user, password, database: 'postgres' });
		try {
			await client.connect();
			await client.query(statement);
		} finally {
			await client.end();
		}
	};
	await orSay('PostgreSQL', postgresPort, sql(`CREATE DATABASE ${name}`));
	await orSay('Redis', redisPort, clearRedis(name));
	return {
		environment: {
			EXECUTIONS_MODE: 'queue',
			N8N_ENCRYPTION_KEY: randomBytes(24).toString('base64'),
			DB_TYPE: 'postgresdb',
			DB_POSTGRESDB_HOST: host,
			DB_POSTGRESDB_PORT: `${postgresPort}`,
			DB_POSTGRESDB_DATABASE: name,
			DB_POSTGRESDB_USER: user,
			DB_POSTGRESDB_PASSWORD: password,
			QUEUE_BULL_REDIS_HOST: host,
			QUEUE_BULL_REDIS_PORT: `${redisPort}`,
			QUEUE_BULL_PREFIX: `${name}:bull`,
			N8N_REDIS_KEY_PREFIX: `${name}:n8n`,
			N8N_WORKER_SERVER_ADDRESS: host,
			OFFLOAD_MANUAL_EXECUTIONS_TO_WORKERS: 'true',
			// Processes on several machines share no disk: files go through the database.
			N8N_DEFAULT_BINARY_DATA_MODE: 'database',
		},
		async remove() {
			await sql(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
			await clearRedis(name);
		},
	};
}

async function orSay(service: string, port: number, attempt: Promise<void>): Promise<void> {
	try {
		await attempt;
	} catch (error) {
		const reason = error instanceof Error ? error.message : String(error);
		throw new Error(`${service} cannot be used on ${host}:${port}: ${reason}`, { cause: error });
	}
}

/** Deletes the keys that have a name in them. */
async function clearRedis(name: string): Promise<void> {
	const redis = new Redis({ host, port: redisPort, lazyConnect: true, retryStrategy: () => null });
	redis.on('error', () => undefined);
	try {
		await redis.connect();
		for await (const keys of redis.scanStream({ match: `*${name}*`, count: 1000 })) {
			const found = keys as string[];
			if (found.length > 0) await redis.unlink(...found);
		}
	} finally {
		redis.disconnect();
	}
}
