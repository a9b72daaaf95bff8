import { CITY_CODES } from '../codes/cityCodes';
import { refuse } from '../codes/errors';
import { narrow, SEPARATORS } from '../wire/phoneNumber';

/** What the platform does when no number of the area is free: 0 refuses, 1 looks in other areas. */
export type AreaMatchMode = '0' | '1';

/** Where the platform picks a free number (城市码). */
export interface Area {
	/** City code with its leading 0, e.g. `0755`. */
	areaCode: string;
	areaMatchMode?: AreaMatchMode;
}

/** With its 0, as the platform wants it. Source: areaCode, `0755` or `010`. */
const CODE = /^0(?:10|2\d|[3-9]\d{2})$/;

/** A province as people write it before a city, without 省 or 自治区. */
const PROVINCE = new RegExp(
	`^(?:${[
		...['河北', '山西', '辽宁', '吉林', '黑龙江', '江苏', '浙江', '安徽', '福建', '江西', '山东'],
		...['河南', '湖北', '湖南', '广东', '海南', '四川', '贵州', '云南', '陕西', '甘肃', '青海'],
		...['内蒙古', '广西', '西藏', '宁夏', '新疆'],
	].join('|')})`,
);

const codesByName = new Map(
	Object.entries(CITY_CODES).flatMap(([code, cities]) =>
		cities.split(' ').map((city): [string, string] => [city, code]),
	),
);

/**
 * Reads a city as people write it: its code with or without its 0, or its name.
 *
 * @returns the code as the platform wants it, e.g. `0755`
 * @throws InputError when no city is meant, or nobody can tell which
 */
export function areaCodeOf(text: string): string {
	const given = narrow(text).replace(SEPARATORS, '');
	const code = given.startsWith('0') ? given : `0${given}`;
	if (CODE.test(code)) return code;
	const name = given.replace(/^(?:中国)?(?:.*(?:省|自治区))?/, '');
	const found =
		codesByName.get(given) ?? codeOfCity(name) ?? codeOfCity(name.replace(PROVINCE, ''));
	if (found !== undefined) return found;
	throw refuse('areaCode', text, 'city');
}

/** The code of a city with what stands behind its name, such as 市 or 朝鲜族自治州. */
function codeOfCity(name: string): string | undefined {
	if (!name.endsWith('自治州')) return codesByName.get(name.replace(/(?:市|地区|盟|州)$/, ''));
	// The table has 海南州 for 海南藏族自治州; 杭州 and the like are no prefectures.
	const found = [...codesByName].find(([city]) => name.startsWith(city.replace(/(?<=..)州$/, '')));
	return found?.[1];
}

/**
 * Checks an area in which the platform shall pick a number.
 *
 * @throws InputError when there is no code in the platform's form
 */
export function checkArea({ areaCode }: Pick<Area, 'areaCode'>): void {
	if (!CODE.test(areaCode)) throw refuse('areaCode', areaCode, 'city');
}
