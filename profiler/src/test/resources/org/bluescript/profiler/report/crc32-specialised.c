static int32_t f12_crc32_1(bs_vector_tagged * table_0, bs_array_uint8 * data_1, int32_t before_2)
{
    int32_t crc_3 = (before_2 ^ (-1));
    {
        int32_t i_4 = 0;
        if (({ uint32_t range_5 = (uint32_t)(((int32_t)data_1->length) - 1) - (uint32_t)i_4; data_1 != 0 && (0u + (uint32_t)i_4) < data_1->length && range_5 < data_1->length - (0u + (uint32_t)i_4); })) {
            while ((i_4 < ((int32_t)data_1->length))) {
                {
                    (crc_3 = ({ int32_t t_6 = ({ bs_word w_7 = ({ int32_t t_8 = ((crc_3 ^ ({ data_1->elements[i_4]; })) & 255); if (BS_UNLIKELY((unsigned int)t_8 >= table_0->length))
                    BS_RAISE(0, 0); table_0->elements[t_8]; }); ({ if (BS_UNLIKELY(!bs_is_integer(w_7))) { bs_word left_9 = f13_crc32_rest(1, bs_word_of_reference(table_0), bs_word_of_reference(data_1), bs_word_of_reference(((void *)0)), bs_word_of_integer(crc_3), i_4); if (bs_is_integer(left_9)) return bs_narrow_integer(left_9); bs_leave_unexpected(left_9); return BS_RARE_INTEGER; } bs_narrow_integer(w_7); }); }); (t_6 ^ ((int32_t)((uint32_t)crc_3 >> 8))); }));
                }
                (i_4 = (i_4 + 1));
            }
        } else {
            while ((i_4 < ((int32_t)data_1->length))) {
                {
                    (crc_3 = ({ int32_t t_6 = ({ bs_word w_7 = ({ int32_t t_10 = ((crc_3 ^ ({ if (BS_UNLIKELY((unsigned int)i_4 >= data_1->length))
                    BS_RAISE(0, 1); data_1->elements[i_4]; })) & 255); if (BS_UNLIKELY((unsigned int)t_10 >= table_0->length))
                    BS_RAISE(0, 2); table_0->elements[t_10]; }); ({ if (BS_UNLIKELY(!bs_is_integer(w_7))) { bs_word left_11 = f13_crc32_rest(1, bs_word_of_reference(table_0), bs_word_of_reference(data_1), bs_word_of_reference(((void *)0)), bs_word_of_integer(crc_3), i_4); if (bs_is_integer(left_11)) return bs_narrow_integer(left_11); bs_leave_unexpected(left_11); return BS_RARE_INTEGER; } bs_narrow_integer(w_7); }); }); (t_6 ^ ((int32_t)((uint32_t)crc_3 >> 8))); }));
                }
                (i_4 = (i_4 + 1));
            }
        }
    }
    return (crc_3 ^ (-1));
}
