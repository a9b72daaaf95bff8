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
	['中国广东省深圳市', '0755'],
	['新疆维吾尔自治区伊犁哈萨克自治州', '0999'],
])('%s is %s', (written, code) => {
	expect(areaCodeOf(written)).toBe(code);
});

test.each(
	Object.entries({
		延边朝鲜族: '0433',
		恩施土家族苗族: '0718',
		湘西土家族苗族: '0743',
		阿坝藏族羌族: '0837',
		甘孜藏族: '0836',
		凉山彝族: '0834',
		黔西南布依族苗族: '0859',
		黔东南苗族侗族: '0855',
		黔南布依族苗族: '0854',
		楚雄彝族: '0878',
		红河哈尼族彝族: '0873',
		文山壮族苗族: '0876',
		西双版纳傣族: '0691',
		大理白族: '0872',
		德宏傣族景颇族: '0692',
		怒江傈僳族: '0886',
		迪庆藏族: '0887',
		临夏回族: '0930',
		甘南藏族: '0941',
		海北藏族: '0970',
		黄南藏族: '0973',
		海南藏族: '0974',
		果洛藏族: '0975',
		玉树藏族: '0976',
		海西蒙古族藏族: '0977',
		昌吉回族: '0994',
		博尔塔拉蒙古: '0909',
		巴音郭楞蒙古: '0996',
		克孜勒苏柯尔克孜: '0908',
		伊犁哈萨克: '0999',
	}),
)('%s自治州 is %s', (name, code) => {
	expect(areaCodeOf(`${name}自治州`)).toBe(code);
});

test.each(['', '7', '7555', '0', '00755', '+86755', '深圳湾', '香港', 'Shenzhen', '0755,010'])(
	'"%s" is refused, with what would be right',
	(written) => {
		expect(() => areaCodeOf(written)).toThrow(InputError);
		expect(() => areaCodeOf(written)).toThrow("'areaCode' is");
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
