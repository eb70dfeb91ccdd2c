from ens_reports.intake.reader.limits import LARGE_FILE_BYTES, MAX_CPU_S, cpu_s, memory_bytes


def test_a_small_file_gets_less_than_a_gigabyte_and_ten_seconds() -> None:
    assert (memory_bytes(10_000), cpu_s(10_000)) == (950_000_000, 8)


def test_a_large_file_gets_what_its_size_needs() -> None:
    assert (memory_bytes(LARGE_FILE_BYTES), cpu_s(20_000_000), cpu_s(10**9)) == (3_000_000_000, 68, MAX_CPU_S)
