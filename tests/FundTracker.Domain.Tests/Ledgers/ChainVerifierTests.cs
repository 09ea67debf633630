using System.Reflection;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Values;
using FundTracker.Testing;

namespace FundTracker.Domain.Tests.Ledgers;

/// <summary>Each way in which a chain can break, and where it is found.</summary>
public sealed class ChainVerifierTests
{
    private readonly TestBooks books = TestBooks.Of("""
        mother LUZHOU1 CNY
        2023-01-05 FIN->LUZHOU1 Commitment      300.00
        2023-02-20 FIN->LUZHOU1 Contribution    100.00 call:1
        2023-05-01 FIN->LUZHOU1 ReturnOfCapital  30.00 recallable
        2023-06-30 FIN->LUZHOU1 Nav              90.00
        2023-01-05 FIN investorKind = Fiscal
        2023-02-05 FIN investorKind = StateOwned
        2023-03-05 FIN investorKind = Fiscal
        """);

    [Fact]
    public void An_untouched_chain_holds()
    {
        Assert.Equal(new ChainCheck(4, null, ""), Lines());
        Assert.Equal(new ChainCheck(3, null, ""), Facts());
        Assert.True(Lines().Holds);
    }

    [Fact]
    public void A_chain_without_entries_holds()
    {
        var empty = TestBooks.Of("mother LUZHOU1 CNY");
        Assert.Equal(new ChainCheck(0, null, ""), ChainVerifier.VerifyLines(empty.Lines, empty.Head));
        Assert.Equal(new ChainCheck(0, null, ""), ChainVerifier.VerifyFacts(empty.Facts, empty.Head));
    }

    [Fact]
    public void A_changed_amount_is_found_by_its_hash()
    {
        Set(books.Lines[1], nameof(LedgerLine.Amount), Money.Of(99m, Currency.Cny));
        Assert.Equal(new ChainCheck(2, 2, "hash"), Lines());
    }

    [Fact]
    public void A_changed_hash_is_found_where_it_stands()
    {
        books.Lines[2].Hash[31] ^= 1;
        Assert.Equal(new ChainCheck(3, 3, "hash"), Lines());
    }

    [Fact]
    public void A_changed_fact_is_found_by_its_hash()
    {
        Set(books.Facts[1], nameof(Fact.Value), "SocialCapital");
        Assert.Equal(new ChainCheck(2, 2, "hash"), Facts());
    }

    [Fact]
    public void A_changed_approver_of_a_fact_is_found_by_its_hash()
    {
        Set(books.Facts[1], nameof(Fact.ApprovedBy), "approver2");
        Assert.Equal(new ChainCheck(2, 2, "hash"), Facts());
    }

    [Fact]
    public void A_fact_without_an_approver_is_hashed_as_facts_were_before_they_were_approved()
    {
        var at = LedgerText.Instant("2023-01-05T12:00:00Z");
        var fact = Book.Open(new NodeId(1), chain: 1)
            .Record([new FactDraft(new NodeId(1), FactNames.Sector, "energy", new DateOnly(2023, 1, 5))], at, Signatures.Decision("manager1")).Value[0];
        var text = HashChain.Canonical(
            ("chain", 1), ("seq", 1), ("subject", 1), ("name", "sector"), ("value", "energy"), ("from", new DateOnly(2023, 1, 5)), ("at", at),
            ("by", "manager1"), ("provenance", Provenance.Recorded));
        Assert.Equal(HashChain.Next(HashChain.Start, text), fact.Hash);
    }

    [Fact]
    public void A_dropped_line_is_found_by_its_sequence() =>
        Assert.Equal(new ChainCheck(3, 3, "sequence"), ChainVerifier.VerifyLines([books.Lines[0], books.Lines[1], books.Lines[3]], books.Head));

    [Fact]
    public void A_line_read_twice_is_found_by_its_sequence() =>
        Assert.Equal(new ChainCheck(3, 3, "sequence"), ChainVerifier.VerifyLines([books.Lines[0], books.Lines[1], books.Lines[1]], books.Head));

    [Fact]
    public void A_line_of_another_chain_or_under_another_key_is_found_by_its_sequence()
    {
        Set(books.Lines[1], nameof(LedgerLine.Id), LedgerLine.KeyOf(2, 2));
        Assert.Equal(new ChainCheck(2, 2, "sequence"), Lines());
        Set(books.Facts[0], nameof(Fact.Chain), 2);
        Assert.Equal(new ChainCheck(1, 1, "sequence"), Facts());
    }

    [Fact]
    public void A_line_recorded_no_later_than_the_one_before_is_found_by_its_time_even_if_every_hash_was_made_anew()
    {
        Set(books.Lines[2], nameof(LedgerLine.RecordedAt), books.Lines[1].RecordedAt);
        Rehash(from: 2);
        Assert.Equal(new ChainCheck(3, 3, "time"), Lines());
    }

    [Fact]
    public void A_stored_impact_that_is_not_the_kinds_is_found_even_if_every_hash_was_made_anew()
    {
        Set(books.Lines[2], nameof(LedgerLine.ImpactOnUnfunded), 0L);
        Rehash(from: 2);
        Assert.Equal(new ChainCheck(3, 3, "impact"), Lines());
    }

    [Fact]
    public void A_chain_made_anew_does_not_end_where_its_head_says()
    {
        Set(books.Lines[1], nameof(LedgerLine.Note), "changed");
        Rehash(from: 1);
        Assert.Equal(new ChainCheck(4, 4, "head"), Lines());
    }

    [Fact]
    public void Lines_dropped_from_the_end_are_found_by_the_head() =>
        Assert.Equal(new ChainCheck(3, 4, "head"), ChainVerifier.VerifyLines(books.Lines.Take(3), books.Head));

    [Fact]
    public void All_lines_dropped_are_found_by_the_head() =>
        Assert.Equal(new ChainCheck(0, 1, "head"), ChainVerifier.VerifyLines([], books.Head));

    [Fact]
    public void A_line_behind_the_head_is_found_by_the_head()
    {
        Set(books.Head, nameof(Book.LedgerSequence), 3L);
        Set(books.Head, nameof(Book.LedgerHash), books.Lines[2].Hash);
        Assert.Equal(new ChainCheck(4, 4, "head"), Lines());
    }

    [Fact]
    public void Facts_dropped_from_the_end_are_found_by_the_head() =>
        Assert.Equal(new ChainCheck(2, 3, "head"), ChainVerifier.VerifyFacts(books.Facts.Take(2), books.Head));

    [Fact]
    public void An_entry_recorded_after_the_heads_last_stamp_is_found_by_its_time()
    {
        Set(books.Head, nameof(Book.LastRecordedAt), books.Lines[2].RecordedAt);
        Assert.Equal(new ChainCheck(4, 4, "time"), Lines());
    }

    [Fact]
    public void Behind_a_break_nothing_more_is_read()
    {
        Set(books.Lines[1], nameof(LedgerLine.Note), "changed");
        Set(books.Facts[0], nameof(Fact.Value), "SocialCapital");
        var (lines, facts) = (0, 0);
        Assert.Equal(new ChainCheck(2, 2, "hash"), ChainVerifier.VerifyLines(books.Lines.Select(line => Count(line, ref lines)), books.Head));
        Assert.Equal(new ChainCheck(1, 1, "hash"), ChainVerifier.VerifyFacts(books.Facts.Select(fact => Count(fact, ref facts)), books.Head));
        Assert.Equal((2, 1), (lines, facts));

        static T Count<T>(T entry, ref int read)
        {
            read++;
            return entry;
        }
    }

    [Fact]
    public void Whoever_reads_a_chain_is_told_at_each_entry_whether_it_holds_so_far()
    {
        Set(books.Lines[2], nameof(LedgerLine.Note), "changed");
        Set(books.Facts[1], nameof(Fact.Value), "SocialCapital");
        var (lines, facts) = (ChainVerifier.OfLines(books.Head), ChainVerifier.OfFacts(books.Head));
        Assert.Equal([true, true, false, false], books.Lines.Select(lines.Read));
        Assert.Equal([true, false, false], books.Facts.Select(facts.Read));
        Assert.Equal((new ChainCheck(3, 3, "hash"), new ChainCheck(2, 2, "hash")), (lines.Check(), facts.Check()));
    }

    [Fact]
    public void Whoever_reads_a_chain_is_told_of_an_impact_that_is_not_the_kinds()
    {
        Set(books.Lines[2], nameof(LedgerLine.ImpactOnUnfunded), 0L);
        Rehash(from: 2);
        var verifier = ChainVerifier.OfLines(books.Head);
        Assert.Equal([true, true, false, false], books.Lines.Select(verifier.Read));
        Assert.Equal(new ChainCheck(3, 3, "impact"), verifier.Check());
    }

    private ChainCheck Lines() => ChainVerifier.VerifyLines(books.Lines, books.Head);

    private ChainCheck Facts() => ChainVerifier.VerifyFacts(books.Facts, books.Head);

    private void Rehash(int from)
    {
        for (var i = from; i < books.Lines.Count; i++)
            Set(books.Lines[i], nameof(LedgerLine.Hash), HashChain.Next(i == 0 ? HashChain.Start : books.Lines[i - 1].Hash, books.Lines[i].CanonicalText()));
    }

    private static void Set(object target, string property, object value) =>
        target.GetType().GetProperty(property, BindingFlags.Public | BindingFlags.Instance)!.SetValue(target, value);
}
