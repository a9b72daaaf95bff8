import { requestOptions } from './requestOptions.zh';
import type { Chinese } from './translate';

/** The Chinese of what every action node shows around its fields. */
export const properties: Chinese = {
	...requestOptions,
	Resource: '资源',
	Operation: '操作',
};
