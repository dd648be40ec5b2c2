# CRC-32 (IEEE 802.3, reflected) of one kilobyte of pseudo-random bytes, by a table of 256 words; the
# checksum is carried on through fifty rounds.


def make_table():
    table = [0] * 256
    for i in range(256):
        word = i
        for bit in range(8):
            word = (word >> 1) ^ 0xedb88320 if (word & 1) != 0 else word >> 1
        table[i] = word
    return table


def make_data(size):
    data = bytearray(size)
    seed = 74755
    for i in range(size):
        seed = (seed * 1309 + 13849) & 65535
        data[i] = seed >> 8
    return data


# Carries the checksum of what came before on over the data.
def crc32(table, data, before):
    crc = before ^ 0xffffffff
    for i in range(len(data)):
        crc = table[(crc ^ data[i]) & 0xff] ^ (crc >> 8)
    return crc ^ 0xffffffff


def run():
    table = make_table()
    data = make_data(1024)
    result = 0
    for round in range(50):
        result = crc32(table, data, result)
    return result


def right(result):
    return result == 1292454494
