static bs_word f7_crc32(bs_word table_0, bs_word data_1, bs_word before_2)
{
    bs_word crc_3 =
    bs_any_bit_not(before_2);
    {
        int32_t i_4 = 0;
        while (({ bs_word t_5 =
        bs_word_of_integer(i_4);
        bs_any_less(t_5,
        bs_vector_length(data_1)); })) {
            {
                (crc_3 = ({ bs_word t_6 =
                bs_vector_element(table_0,
                bs_any_bit_and(
                bs_any_bit_xor(crc_3,
                bs_vector_element(data_1,
                bs_word_of_integer(i_4))), 2040u));
                bs_any_bit_xor(t_6,
                bs_any_shift_right_unsigned(crc_3, 64u)); }));
            }
            (i_4 = (i_4 + 1));
        }
    }
    return
    bs_any_bit_not(crc_3);
}
