/** A map with a bound and a time to live. The build writes the library into this one file. */
export { LRUCache } from 'lru-cache';
