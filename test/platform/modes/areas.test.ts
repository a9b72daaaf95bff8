import { CITY_CODES } from '../../../platform/codes/cityCodes';
import { InputError } from '../../../platform/codes/errors';
import { areaCodeOf } from '../../../platform/modes/areas';

test.each([
	['0755', '0755'],
	['755', '0755'],
	[' 0755 ', '0755'],
	['０７５５', '0755'],
	['(0755)', '0755'],
	['（０７５５）', '0755'],
	['0755-', '0755'],
	['10', '010'],
	['010', '010'],
	['21', '021'],
	['深圳', '0755'],
	['深圳市', '0755'],
	['广东省深圳市', '0755'],
	['广东深圳', '0755'],
	['广东 深圳市', '0755'],
	['中国广东深圳', '0755'],
	['内蒙古呼和浩特', '0471'],
	['新疆乌鲁木齐市', '0991'],
	['吉林', '0432'],
	['吉林长春', '0431'],
	['青海海南藏族自治州', '0974'],
	['海南藏族自治州', '0974'],
	['北京', '010'],
	['北京市', '010'],
	['延边', '0433'],
	['延边朝鲜族自治州', '0433'],
	['湘西土家族苗族自治州', '0743'],
	['广西壮族自治区南宁市', '0771'],
	['锡林郭勒盟', '0479'],
	['兴安盟', '0482'],
	['喀什地区', '0998'],
	['广州', '020'],
	['杭州市', '0571'],
	['湘潭', '0731'],
	['海南省三沙市', '0898'],
])('%s is %s', (written, code) => {
	expect(areaCodeOf(written)).toBe(code);
});

test.each(['', '7', '7555', '0', '00755', '+86755', '深圳湾', '香港', 'Shenzhen', '0755,010'])(
	'"%s" is refused, with what would be right',
	(written) => {
		expect(() => areaCodeOf(written)).toThrow(InputError);
		expect(() => areaCodeOf(written)).toThrow('such as 深圳');
	},
);

test('every code of the table can be written as it stands, and every city is of one code', () => {
	const cities = Object.values(CITY_CODES).flatMap((names) => names.split(' '));
	expect(new Set(cities).size).toBe(cities.length);
	for (const [code, names] of Object.entries(CITY_CODES)) {
		expect(areaCodeOf(code)).toBe(code);
		for (const name of names.split(' ')) expect(areaCodeOf(name)).toBe(code);
	}
});
