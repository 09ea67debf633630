using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;
using FundTracker.Testing;

namespace FundTracker.Domain.Tests.Ledgers;

/// <summary>Stamps, sequence and the calendar of closed quarters.</summary>
public sealed class BookTests
{
    private static readonly Stamp Now = Stamp.From(DateTimeOffset.Parse("2023-07-10T09:00:00Z"));
    private static readonly Quarter Second = Quarter.Of(2023, 2);

    [Fact]
    public void Lines_are_numbered_without_gaps_and_stamped_later_than_the_one_before()
    {
        var books = TestBooks.Of("""
            2023-01-05 FIN->LUZHOU1 Commitment 300.00 at:2023-01-05T09:00:00Z
            2023-01-05 FIN->LUZHOU1 Commitment 300.00 at:2023-01-05T09:00:00Z
            2023-01-05 FIN->LUZHOU1 Commitment 300.00 at:2023-01-01T09:00:00Z
            2023-01-05 FIN          investorKind = Fiscal at:2023-01-05T09:00:00Z
            2023-01-05 FIN->LUZHOU1 Commitment 300.00 at:2023-01-05T09:00:00Z
            """);
        Assert.Equal([1, 2, 3, 4], books.Lines.Select(line => line.Sequence));
        Assert.Equal(
            ["2023-01-05T09:00:00.000000Z", "2023-01-05T09:00:00.000001Z", "2023-01-05T09:00:00.000002Z", "2023-01-05T09:00:00.000004Z"],
            books.Lines.Select(line => line.RecordedAt.ToString()));
        Assert.Equal("2023-01-05T09:00:00.000003Z", books.Facts[0].RecordedAt.ToString());
        Assert.Equal(books.Lines[^1].RecordedAt, books.Head.LastRecordedAt);
    }

    [Fact]
    public void The_head_names_the_last_line_and_its_hash()
    {
        var books = TestBooks.Of("2023-01-05 FIN->LUZHOU1 Commitment 300.00");
        Assert.Equal(1, books.Head.LedgerSequence);
        Assert.Equal(books.Lines[0].Hash, books.Head.LedgerHash);
        Assert.Equal(HashChain.Next(HashChain.Start, books.Lines[0].CanonicalText()), books.Lines[0].Hash);
        Assert.Equal((1L << 40) + 1, books.Lines[0].Id);
    }

    [Fact]
    public void Each_post_raises_the_version_so_that_of_two_racing_ones_only_one_is_saved()
    {
        var books = TestBooks.Of("2023-01-05 FIN->LUZHOU1 Commitment 300.00");
        var before = books.Head.Version;
        books.Add("2023-01-06 FIN->LUZHOU1 CommitmentIncrease 1.00");
        books.Add("2023-01-06 FIN investorKind = Fiscal");
        Assert.Equal(before + 2, books.Head.Version);
    }

    [Fact]
    public void A_member_or_an_entry_of_the_registry_raises_the_version_and_an_entry_is_stamped_later_than_all_before()
    {
        var head = TestBooks.Of("2023-01-05 FIN->LUZHOU1 Commitment 300.00 at:2023-07-10T09:00:00Z").Head;
        var (version, members) = (head.Version, head.MembersVersion);
        head.NoteNewMember();
        Assert.Equal((version + 1, members + 1), (head.Version, head.MembersVersion));

        var stamp = head.NoteEntry(Now);
        Assert.Equal(("2023-07-10T09:00:00.000001Z", stamp), (stamp.ToString(), head.LastRecordedAt));
        Assert.Equal((version + 2, members + 1), (head.Version, head.MembersVersion));
    }

    [Fact]
    public void Each_step_of_a_quarter_raises_the_version_and_is_stamped_later_than_all_before()
    {
        var head = TestBooks.Of("2023-04-10 FIN->LUZHOU1 Commitment 300.00 at:2023-07-10T09:00:00Z").Head;
        var version = head.Version;
        Func<PeriodEvent>[] steps =
        [
            () => head.Hold(Second, "approver1", Now).Value, () => head.Close(Second, "approver2", Now).Value,
            () => head.Reopen(Second, "approver3", Now, "late statement").Value,
        ];
        foreach (var (step, i) in steps.Select((step, i) => (step, i)))
        {
            var happened = step();
            Assert.Equal((version + i + 1, i + 1), (head.Version, happened.Number));
            Assert.Equal(($"2023-07-10T09:00:00.00000{i + 1}Z", head.LastRecordedAt), (happened.At.ToString(), happened.At));
            Assert.Equal((head.MotherFund, Second, $"approver{i + 1}"), (happened.MotherFund, happened.Quarter, happened.By));
            Assert.Equal(i == 2 ? "late statement" : "", happened.Reason);
            Assert.Same(happened, head.PeriodEvents[^1]);
        }
    }

    [Fact]
    public void What_is_recorded_anew_needs_a_quarter_that_is_open()
    {
        var (day, after) = (new DateOnly(2023, 6, 30), new DateOnly(2023, 7, 1));
        Assert.True(WithSecondQuarter(PeriodState.Open).Head.CheckRecordable(day).IsSuccess);

        var held = WithSecondQuarter(PeriodState.Hold).Head;
        Assert.Equal("ledger.periodOnHold", held.CheckRecordable(day).Error.Code);
        Assert.Contains(("quarter", (object)Second), held.CheckRecordable(day).Error.Args);
        Assert.True(held.CheckRecordable(after).IsSuccess);

        var closed = WithSecondQuarter(PeriodState.Closed).Head;
        Assert.Equal("ledger.periodClosed", closed.CheckRecordable(day).Error.Code);
        Assert.Contains(("firstOpenDay", (object)after), closed.CheckRecordable(day).Error.Args);
        Assert.True(closed.CheckRecordable(after).IsSuccess);
    }

    [Fact]
    public void A_held_quarter_can_be_opened_again_and_an_open_one_not()
    {
        var book = WithSecondQuarter(PeriodState.Hold).Head;
        Assert.Equal(PeriodState.Hold, book.StateOf(new DateOnly(2023, 4, 1)));
        Assert.Equal(PeriodState.Open, book.StateOf(new DateOnly(2023, 3, 31)));
        Assert.True(book.Reopen(Second, "approver1", Now, "too early").IsSuccess);
        Refuses(book, () => book.Reopen(Second, "approver1", Now, "again"), "ledger.periodNotInState");
        Assert.Equal(PeriodState.Open, book.StateOf(new DateOnly(2023, 4, 1)));
    }

    [Fact]
    public void A_quarter_behind_one_that_was_opened_again_does_not_close_first()
    {
        var book = WithSecondQuarter(PeriodState.Closed).Head;
        _ = book.Hold(Second.Next, "approver1", Now).Value;
        _ = book.Reopen(Second, "approver1", Now, "late statement").Value;
        Refuses(book, () => book.Close(Second.Next, "approver1", Now), "ledger.earlierPeriodOpen");
        _ = book.Hold(Second, "approver1", Now).Value;
        _ = book.Close(Second, "approver1", Now).Value;
        Assert.True(book.Close(Second.Next, "approver1", Now).IsSuccess);
    }

    [Fact]
    public void A_closed_quarter_takes_no_line_and_nothing_of_the_batch_is_posted()
    {
        var books = WithSecondQuarter(PeriodState.Closed);
        var before = Marks(books.Head);
        var errors = books.Try("""
            2023-07-01 FIN->LUZHOU1 CommitmentIncrease 1.00
            2023-06-30 FIN->LUZHOU1 CommitmentIncrease 1.00
            """);
        Assert.Equal("ledger.periodClosed", Assert.Single(errors).Code);
        Assert.Contains(("firstOpenDay", (object)new DateOnly(2023, 7, 1)), errors[0].Args);
        Assert.Equal(before, Marks(books.Head));
    }

    [Fact]
    public void A_closed_quarter_takes_no_fact()
    {
        var books = WithSecondQuarter(PeriodState.Closed);
        var before = Marks(books.Head);
        var refused = books.Record(new FactDraft(books.Node("FIN"), FactNames.InvestorKind, "Fiscal", new DateOnly(2023, 4, 1)), Now);
        Assert.Equal("ledger.periodClosed", refused.Error.Code);
        Assert.Equal(before, Marks(books.Head));
    }

    [Fact]
    public void A_held_quarter_still_takes_what_was_pending()
    {
        var books = WithSecondQuarter(PeriodState.Hold);
        Assert.Empty(books.Try("2023-06-30 FIN->LUZHOU1 CommitmentIncrease 1.00"));
    }

    [Fact]
    public void A_quarter_is_held_before_it_is_closed()
    {
        var book = WithSecondQuarter(PeriodState.Open).Head;
        Refuses(book, () => book.Close(Second, "approver1", Now), "ledger.periodNotInState");
        Assert.True(book.Hold(Second, "approver1", Now).IsSuccess);
        Refuses(book, () => book.Hold(Second, "approver1", Now), "ledger.periodNotInState");
        Assert.True(book.Close(Second, "approver1", Now).IsSuccess);
        Refuses(book, () => book.Hold(Second, "approver1", Now), "ledger.periodNotInState");
        Refuses(book, () => book.Close(Second, "approver1", Now), "ledger.periodNotInState");
        Assert.Equal([PeriodState.Hold, PeriodState.Closed], book.PeriodEvents.Select(e => e.State));
    }

    [Fact]
    public void Quarters_close_in_order()
    {
        var book = WithSecondQuarter(PeriodState.Hold).Head;
        Assert.True(book.Hold(Second.Next, "approver1", Now).IsSuccess);
        Refuses(book, () => book.Close(Second.Next, "approver1", Now), "ledger.earlierPeriodOpen");
        Assert.True(book.Close(Second, "approver1", Now).IsSuccess);
        Assert.True(book.Close(Second.Next, "approver1", Now).IsSuccess);
    }

    [Fact]
    public void What_lies_before_the_first_closed_quarter_is_closed_with_it()
    {
        var books = WithSecondQuarter(PeriodState.Closed);
        Assert.Equal(PeriodState.Closed, books.Head.StateOf(new DateOnly(2023, 3, 31)));
        Assert.Equal(PeriodState.Closed, books.Head.StateOf(new DateOnly(2019, 1, 1)));
        Assert.Equal(PeriodState.Open, books.Head.StateOf(new DateOnly(2023, 7, 1)));
        Assert.Equal("ledger.periodClosed", Assert.Single(books.Try("2023-03-31 FIN->LUZHOU1 CommitmentIncrease 1.00")).Code);
        Assert.Equal(new DateOnly(2023, 7, 1), books.Head.FirstOpenDay(new DateOnly(2019, 1, 1)));
    }

    [Fact]
    public void A_quarter_closed_with_a_later_one_can_be_opened_by_itself()
    {
        var books = WithSecondQuarter(PeriodState.Closed);
        Assert.True(books.Head.Reopen(Second.Previous, "approver1", Now, "late statement").IsSuccess);
        Assert.Equal(PeriodState.Open, books.Head.StateOf(new DateOnly(2023, 3, 31)));
        Assert.Equal(PeriodState.Closed, books.Head.StateOf(new DateOnly(2022, 12, 31)));
        Assert.Equal(PeriodState.Closed, books.Head.StateOf(new DateOnly(2023, 4, 1)));
    }

    [Fact]
    public void A_quarter_is_opened_again_only_with_a_reason_which_is_kept()
    {
        var book = WithSecondQuarter(PeriodState.Closed).Head;
        Refuses(book, () => book.Reopen(Second, "approver1", Now, " "), "ledger.reasonMissing");
        Refuses(book, () => book.Reopen(Second.Next, "approver1", Now, "why"), "ledger.periodNotInState");
        Assert.Equal("late statement", book.Reopen(Second, "approver1", Now, "late statement").Value.Reason);
        Assert.Equal(PeriodState.Open, book.StateOf(Second.LastDay));
    }

    [Fact]
    public void A_correction_takes_the_first_day_that_is_open()
    {
        var book = WithSecondQuarter(PeriodState.Closed).Head;
        Assert.Equal(new DateOnly(2023, 7, 1), book.FirstOpenDay(new DateOnly(2023, 5, 15)));
        Assert.Equal(new DateOnly(2023, 7, 15), book.FirstOpenDay(new DateOnly(2023, 7, 15)));
        Assert.True(book.Hold(Second.Next, "approver1", Now).IsSuccess);
        Assert.True(book.Close(Second.Next, "approver1", Now).IsSuccess);
        Assert.Equal(new DateOnly(2023, 10, 1), book.FirstOpenDay(new DateOnly(2023, 5, 15)));
    }

    [Fact]
    public void A_reversal_takes_the_day_of_its_original_while_that_is_open()
    {
        var books = WithSecondQuarter(PeriodState.Hold);
        var draft = books.Head.Reversal(books.Lines[0], "wrong amount");
        Assert.Equal(books.Lines[0].EffectiveDate, draft.EffectiveDate);
        Assert.Equal((1L, (long?)null, "wrong amount"), (draft.Reverses, draft.CorrectsClosed, draft.Note));
        Assert.Equal(-books.Lines[0].Amount, draft.Amount);
    }

    [Fact]
    public void A_correction_behind_a_closed_quarter_passes_over_a_held_one()
    {
        var books = TestBooks.Of("""
            mother LUZHOU1 CNY
            2023-05-01 FIN->LUZHOU1 Commitment 300.00
            """);
        Assert.True(books.Head.Hold(Quarter.Of(2023, 2), "approver1", Now).IsSuccess);
        Assert.True(books.Head.Close(Quarter.Of(2023, 2), "approver1", Now).IsSuccess);
        Assert.Equal(new DateOnly(2023, 7, 1), books.Head.FirstOpenDay(new DateOnly(2023, 5, 1)));
        Assert.True(books.Head.Hold(Quarter.Of(2023, 3), "approver1", Now).IsSuccess);
        var reversal = books.Head.Reversal(books.Lines[0], "never signed");
        Assert.Equal((new DateOnly(2023, 10, 1), 1L), (reversal.EffectiveDate, reversal.CorrectsClosed));
        Assert.Equal(new DateOnly(2023, 8, 1), books.Head.FirstOpenDay(new DateOnly(2023, 8, 1)));
    }

    [Fact]
    public void A_reversal_after_the_close_takes_the_first_open_day_and_names_the_closed_line()
    {
        var books = WithSecondQuarter(PeriodState.Closed);
        var draft = books.Head.Reversal(books.Lines[0], "wrong amount");
        Assert.Equal(new DateOnly(2023, 7, 1), draft.EffectiveDate);
        Assert.Equal((1L, 1L), (draft.Reverses, draft.CorrectsClosed));
        Assert.Empty(books.Try([draft]));
        Assert.Equal("300.00", books.On("2023-06-30").Commitment("FIN->LUZHOU1"));
        Assert.Equal("0.00", books.On("2023-07-01").Commitment("FIN->LUZHOU1"));
    }

    private static TestBooks WithSecondQuarter(PeriodState state)
    {
        var books = TestBooks.Of("2023-04-10 FIN->LUZHOU1 Commitment 300.00");
        if (state != PeriodState.Open) _ = books.Head.Hold(Second, "approver1", Now).Value;
        if (state == PeriodState.Closed) _ = books.Head.Close(Second, "approver1", Now).Value;
        return books;
    }

    private static void Refuses(Book book, Func<Result<PeriodEvent>> step, string code)
    {
        var before = Marks(book);
        Assert.Equal(code, step().Error.Code);
        Assert.Equal(before, Marks(book));
    }

    private static (long, long, string, Stamp, int, int) Marks(Book book) => (
        book.LedgerSequence, book.FactSequence, Convert.ToHexString(book.LedgerHash) + Convert.ToHexString(book.FactHash), book.LastRecordedAt,
        book.Version, book.PeriodEvents.Count);
}
