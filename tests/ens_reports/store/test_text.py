from sqlalchemy import Column, Engine, MetaData, Table, insert, select

from ens_reports.store.text import Text

TABLE = Table("texts", MetaData(), Column("text", Text, primary_key=True))
ODD = ("", "\0", "a\0b", "\\0", "\\\\0\0", "é\u202e\U0001f41f")


def test_every_text_comes_back_as_it_was_and_is_found_by_it(engine: Engine) -> None:
    with engine.begin() as connection:
        TABLE.create(connection)
        connection.execute(insert(TABLE), [{"text": one} for one in ODD])
        for one in ODD:
            assert connection.execute(select(TABLE.c.text).where(TABLE.c.text == one)).scalar_one() == one


def test_texts_come_in_the_order_of_their_characters_and_not_of_a_language(engine: Engine) -> None:
    with engine.begin() as connection:
        TABLE.create(connection)
        connection.execute(insert(TABLE), [{"text": one} for one in ("b", "a", "B", "é", "a-b", "ab")])
        found = connection.execute(select(TABLE.c.text).order_by(TABLE.c.text)).scalars().all()
    assert found == ["B", "a", "a-b", "ab", "b", "é"]
