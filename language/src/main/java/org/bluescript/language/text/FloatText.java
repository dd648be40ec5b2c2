package org.bluescript.language.text;

/**
 * The text of a float: the fewest decimal digits that read back to the same binary32 (of those, the nearest to the
 * value), laid out as JavaScript lays out numbers, but always with a point or an exponent, so that a float never
 * looks like an integer: {@code 1.0}, {@code -0.0}, {@code 0.1}, {@code 123456790.0}, {@code 1e+21}, {@code 1.5e-7},
 * {@code NaN}, {@code Infinity}.
 */
public final class FloatText {
    /** Values below 10 to this power are written without an exponent. */
    private static final int LARGEST_PLAIN_POWER = 21;
    /** The most zeros between the point and the first digit. */
    private static final int MOST_LEADING_ZEROS = 5;

    private FloatText() {}

    public static String of(float value) {
        if (Float.isNaN(value)) {
            return "NaN";
        }
        String sign = (Float.floatToRawIntBits(value) < 0) ? "-" : "";
        float magnitude = Math.abs(value);
        if (Float.isInfinite(magnitude)) {
            return sign + "Infinity";
        }
        return sign + (magnitude == 0 ? "0.0" : layout(shortest(magnitude)));
    }

    /** The value 0.{@code digits} × 10^{@code power}; the first and the last digit are not 0. */
    private record Decimal(String digits, int power) {}

    /**
     * {@link Float#toString} finds the fewest digits, except that it never looks for fewer than two: it writes the
     * smallest float as 1.4E-45 though 1e-45 reads back to it.
     */
    private static Decimal shortest(float magnitude) {
        Decimal decimal = parse(Float.toString(magnitude));
        if (decimal.digits().length() != 2) {
            return decimal;
        }
        int tens = decimal.digits().charAt(0) - '0';
        int units = decimal.digits().charAt(1) - '0';
        int nearer = units > 5 || (units == 5 && tens % 2 == 1) ? tens + 1 : tens;
        int farther = nearer == tens ? tens + 1 : tens;
        for (int digit : new int[] {nearer, farther}) {
            Decimal single = digit == 10 ? new Decimal("1", decimal.power() + 1)
                    : new Decimal(Integer.toString(digit), decimal.power());
            if (digit != 0 && Float.parseFloat("0." + single.digits() + "e" + single.power()) == magnitude) {
                return single;
            }
        }
        return decimal;
    }

    private static Decimal parse(String text) {
        int exponentMark = text.indexOf('E');
        String mantissa = exponentMark < 0 ? text : text.substring(0, exponentMark);
        int exponent = exponentMark < 0 ? 0 : Integer.parseInt(text.substring(exponentMark + 1));
        int point = mantissa.indexOf('.');
        String digits = mantissa.substring(0, point) + mantissa.substring(point + 1);
        int first = 0;
        while (digits.charAt(first) == '0') {
            first++;
        }
        int end = digits.length();
        while (digits.charAt(end - 1) == '0') {
            end--;
        }
        return new Decimal(digits.substring(first, end), point + exponent - first);
    }

    private static String layout(Decimal decimal) {
        String digits = decimal.digits();
        int count = digits.length();
        int power = decimal.power();
        if (power > LARGEST_PLAIN_POWER || power < -MOST_LEADING_ZEROS) {
            int exponent = power - 1;
            String fraction = count == 1 ? "" : "." + digits.substring(1);
            return digits.charAt(0) + fraction + "e" + (exponent < 0 ? "-" : "+") + Math.abs(exponent);
        }
        if (power <= 0) {
            return "0." + "0".repeat(-power) + digits;
        }
        if (count <= power) {
            return digits + "0".repeat(power - count) + ".0";
        }
        return digits.substring(0, power) + "." + digits.substring(power);
    }
}
