static bs_word f5_calibrate(bs_word value_0, bs_word gain_1)
{
    if (
    bs_any_equal(value_0, bs_word_of_reference(((void *)0))))
    {
        return 0u;
    }
    return
    bs_any_subtract(
    bs_any_multiply(value_0, gain_1), 320u);
}
