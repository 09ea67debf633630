using FundTracker.Domain.Ledgers;
using FundTracker.Testing;

namespace FundTracker.Domain.Tests.Ledgers;

/// <summary>Proposed lines as they stand in books that nobody has posted them to.</summary>
public sealed class WhatIfTests
{
    private const string Exchange = """
        2023-02-01 LUZHOU1 CurrencySold   72.00
        2023-02-01 LUZHOU1 CurrencyBought 10.00 USD
        """;

    [Fact]
    public void Proposed_lines_are_recorded_a_microsecond_after_one_another_behind_the_last_line()
    {
        var books = TestBooks.Of("""
            mother LUZHOU1 CNY
            2023-01-01 LUZHOU1 OpeningCash 500.00
            """);
        var last = books.Lines[0].RecordedAt.UnixMicroseconds;
        LineDraft[] drafts = [.. books.Drafts(Exchange), .. books.Drafts("2023-02-01 LUZHOU1 Expense 1.00")];
        var after = WhatIf.After(books.Snapshot, drafts);
        Assert.Equal([last, last + 1, last + 2, last + 3], after.Columns.Stamps.ToArray());
        Assert.Equal((4, 1), (after.LineCount, books.Snapshot.LineCount));
        Assert.Equal([500_00, 72_00, 10_00, 1_00], after.Columns.Amounts.ToArray());
    }

    [Fact]
    public void Lines_proposed_to_books_without_any_begin_at_the_first_instant()
    {
        var books = TestBooks.Of("mother LUZHOU1 CNY");
        var drafts = books.Drafts(Exchange);
        Assert.Equal([1L, 2L], WhatIf.After(books.Snapshot, drafts).Columns.Stamps.ToArray());
        Assert.Equal(0, WhatIf.After(books.Snapshot, []).LineCount);
    }

    [Fact]
    public void Proposed_lines_go_on_with_the_act_of_the_line_proposed_before_them_of_the_same_row_alone()
    {
        var books = TestBooks.Of("mother LUZHOU1 CNY");
        var both = books.Drafts(Exchange);
        Assert.Equal([0, 1], LineActs.Of(WhatIf.After(books.Snapshot, both), 0));
        Assert.Equal([0], LineActs.Of(WhatIf.After(books.Snapshot, [both[0], both[1] with { Reference = "Exchanges:E2" }]), 0));
        books.Append([both[0]]);
        Assert.Equal([1], LineActs.Of(WhatIf.After(books.Snapshot, [both[1]]), 1));
    }
}
