using FundTracker.Analytics.Policies;
using FundTracker.Domain.Capital;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Policies;
using FundTracker.Domain.Tests.Policies.Whole;
using FundTracker.Domain.Values;
using FundTracker.Testing;

namespace FundTracker.Domain.Tests.Policies;

/// <summary>What proposed lines would do to the rules' results. The book is that of Policies/Whole.</summary>
public sealed class ForesightTests
{
    [Fact]
    public void A_rule_that_would_be_breached_is_a_breach_and_stands_before_what_gets_worse_and_what_is_cured()
    {
        // G: 3 of 140 paid in is above 1.3 %. M: 7 + 9 of 525 is further above it. F: 51 of 322 is below a fifth, and 300 of 400 is paid in.
        var changes = Of("""
            2023-04-01 M ManagementFee 9.00
            2023-04-01 SOC->F Contribution 80.00
            2023-04-01 G ManagementFee 3.00
            """);
        Assert.Equal(["Breach R-05@G Met", "Worse R-05@M Breached", "Cure R-09@F Breached"], changes.Select(change => $"{change.Kind} {change.Name} {change.Now!.Status}"));
        Assert.Equal([true, true, false], changes.Select(change => change.NeedsReason));
        Assert.Equal((1.3m, FindingStatus.Met), (changes[0].CheckThen.Limit!.Value, changes[0].CheckNow!.Status));
    }

    [Fact]
    public void What_gets_worse_is_told_by_the_check_that_does()
    {
        var change = Assert.Single(Of("2023-04-01 F->A Investment 10.00"), change => change.Kind == ForeseenKind.Worse);
        Assert.Equal(("R-09@F", "largestProjectOfPaidIn"), (change.Name, change.CheckThen.Check.Input));
        Assert.True(change.CheckNow!.Distance < change.CheckThen.Distance);
    }

    [Fact]
    public void What_lines_do_not_touch_they_do_not_change() => Assert.DoesNotContain(
        Of("2023-04-01 G ManagementFee 3.00"), change => change.Then.Subject.Code is not ("M" or "G"));

    [Fact]
    public void Hard_breaches_pass_for_a_reason_alone_and_are_named_then()
    {
        var changes = Of("2023-04-01 G ManagementFee 3.00\n2023-04-01 M ManagementFee 9.00");
        var refused = ForeseenRules.Override(changes, " ");
        Assert.Equal(["policy.breachForeseen", "policy.breachWorsened"], refused.Errors.Select(error => error.Code));
        Assert.Equal("policy.breachForeseen(rule=R-05, subject=G, must=AtMost, limit=1.30 %, now=0.00 %, then=2.14 %)", refused.Errors[0].ToString());
        Assert.Equal("R-05@G, R-05@M", ForeseenRules.Override(changes, "agreed").Value);
        Assert.Equal("", ForeseenRules.Override([], "").Value);
        var soft = changes.Select(change => change with { Then = change.Then with { Rule = change.Rule with { Severity = RuleSeverity.Soft } } }).ToList();
        Assert.Equal("", ForeseenRules.Override(soft, "").Value);
        var many = ForeseenRules.Override([.. Enumerable.Repeat(changes[0], 200)], "agreed").Value;
        Assert.Equal((ForeseenRules.NamesLengthMax, '…'), (many.Length, many[^1]));
    }

    [Theory]
    [InlineData(Demand.AtLeast, false)]
    [InlineData(Demand.Above, false)]
    [InlineData(Demand.AtMost, true)]
    [InlineData(Demand.Below, true)]
    public void A_floor_that_has_no_answer_yet_needs_no_reason(Demand must, bool needsReason)
    {
        var change = Of("2023-04-01 G ManagementFee 3.00")[0];
        var check = change.CheckThen.Check with { Must = must };
        var then = change.Then with { Checks = [change.CheckThen with { Check = check }], Deciding = change.CheckThen with { Check = check } };
        Assert.Equal(needsReason, (change with { Then = then, Now = null }).NeedsReason);
        var known = change.Now! with { Checks = [change.Now!.Checks[0] with { Check = check }] };
        Assert.True((change with { Then = then, Now = known }).NeedsReason);
    }

    [Fact]
    public void The_day_of_proposed_lines_is_that_of_the_last_and_without_any_there_is_none()
    {
        var books = TestBooks.Of(PolicyBook.Page("book.txt"));
        var drafts = books.Drafts("2023-05-02 M ManagementFee 9.00\n2023-04-01 G ManagementFee 3.00");
        Assert.Equal(new DateOnly(2023, 5, 2), Foresight.DayOf(books.Snapshot, WhatIf.After(books.Snapshot, drafts)));
        Assert.Null(Foresight.DayOf(books.Snapshot, books.Snapshot));
    }

    [Theory]
    [InlineData("headquarters", 10, "", "lease", null)]
    [InlineData("attracted", 10, "A-2024", "lease", null)]
    [InlineData("ownInvestment", 10, "", "lease", "local.typeNotKnown")]
    [InlineData("unheard", 10, "", "lease", "local.typeNotKnown")]
    [InlineData("headquarters", 0, "", "lease", "local.amountNotPositive")]
    [InlineData("headquarters", 10, "", " -", "local.proofMissing")]
    [InlineData("headquarters", 10, "", "", "local.proofMissing")]
    [InlineData("headquarters", 10, "", "lease 2024-03", null)]
    [InlineData("headquarters", 10, "", "- 7", null)]
    [InlineData("headquarters", -0.01, "", "lease", "local.amountNotPositive")]
    [InlineData("attracted", 4.99, "C-2024", "lease", "local.countedBefore")]
    [InlineData("headquarters", 10, "A-2024", "lease", "local.ownMoneyNamed")]
    [InlineData("attracted", 10, "", "lease", "local.sourceMissing")]
    [InlineData("attracted", 10, "A;1", "lease", "local.sourceMissing")]
    [InlineData("headquarters", 10.01, "", "lease", "local.aboveInvested")]
    [InlineData("attracted", 999, "B-2024", "lease", null)]
    [InlineData("attracted", 5, "C-2024", "lease", "local.countedBefore")]
    [InlineData("attracted", 5.01, "C-2024", "lease", null)]
    public void A_case_of_re_investment_is_judged_before_it_counts(string type, double amount, string source, string proof, string? refused)
    {
        var terms = LocalTerms.On(PolicyBook.Rules(), new DateOnly(2023, 3, 31));
        Assert.Equal(3, terms.StayYears);
        Assert.Equal(["headquarters", "attracted"], terms.Recordable);
        LocalCase Case(double much, string from) => new(type, "F", PolicyBook.Yuan((decimal)much), from, proof);
        var judged = terms.Check(Case(amount, source), PolicyBook.Yuan(10m), [Case(5, "C-2024") with { Fund = "G" }]);
        Assert.Equal(refused, judged.IsSuccess ? null : judged.Error.Code);
    }

    [Fact]
    public void A_funds_own_money_is_counted_before_by_itself_alone_and_others_money_by_whoever_named_it()
    {
        var terms = LocalTerms.On(PolicyBook.Rules(), new DateOnly(2023, 3, 31));
        var own = new LocalCase("headquarters", "F", PolicyBook.Yuan(5m), "", "lease");
        var others = new LocalCase("attracted", "F", PolicyBook.Yuan(5m), "C-2024", "lease");
        Assert.Equal("local.countedBefore(fund=F, amount=5.00 CNY)", Judge(own, own with { Amount = PolicyBook.Yuan(4m) }, own));
        Assert.Equal("", Judge(own, own with { Fund = "G" }, own with { Amount = PolicyBook.Yuan(4.99m) }, others with { Source = "" }));
        Assert.Equal("local.countedBefore(fund=G, amount=6.00 CNY)", Judge(others, others with { Fund = "G", Amount = PolicyBook.Yuan(6m) }));
        Assert.Equal("", Judge(others, others with { Source = "D-2024" }, own with { Source = "C-2024" }));

        string Judge(LocalCase claimed, params IReadOnlyList<LocalCase> counted) =>
            terms.Check(claimed, PolicyBook.Yuan(10m), counted) is { IsSuccess: false } refused ? refused.Error.ToString() : "";
    }

    [Fact]
    public void A_case_is_read_as_it_was_written_and_without_a_rule_own_money_counts_in_full()
    {
        var one = new LocalCase("attracted", "F", PolicyBook.Yuan(12.5m), "A-2024", "lease; and licence");
        Assert.Equal(one, LocalCase.Read(one.Write(), code => code == "F" ? Currency.Cny : null));
        Assert.Null(LocalCase.Read(one.Write(), _ => null));
        Assert.Null(LocalCase.Read("attracted;F;much;A;lease", _ => Currency.Cny));
        Assert.Null(LocalCase.Read("attracted;F;1", _ => Currency.Cny));
        var plain = LocalTerms.On(PolicyBook.Rules(), new DateOnly(2018, 12, 31));
        Assert.Null(plain.Rule);
        Assert.Equal((100m, null, 5), (plain.PercentOf(LocalTerms.OwnInvestment), plain.PercentOf("attracted"), plain.StayYears));
        Assert.Empty(plain.Recordable);
    }

    [Fact]
    public void Hard_breaches_stand_before_soft_ones_whatever_their_number() => Assert.Equal(
        ["Breach R-05@G Hard", "Breach R-04@F Soft"],
        Of("2023-04-01 F->A Valuation 5.00\n2023-04-01 G ManagementFee 3.00").Select(change => $"{change.Kind} {change.Name} {change.Then.Rule.Severity}"));

    [Fact]
    public void Where_no_line_is_proposed_there_is_nothing_to_foresee() => Assert.Throws<ArgumentException>(() => Of(""));

    [Fact]
    public void A_fund_is_judged_anew_where_a_fact_or_a_phase_of_it_comes_with_the_lines()
    {
        var books = TestBooks.Of(PolicyBook.Page("book.txt"));
        var (now, view) = (books.Snapshot, books.View("2023-04-01"));
        var (drafts, plans, more) = (books.Drafts("2023-04-01 M Interest 1.00"), PolicyBook.Plans(view), PolicyBook.Plans(view));
        _ = more[1].AddTranche(
            new DateOnly(2030, 1, 1), PolicyBook.Yuan(1m), 2030, [], Provenance.Recorded, new Signatures("manager1", "approver1", Voucher: null), LedgerText.Instant("2023-03-31")).Value;
        books.Add("2023-04-01 F registeredYear = 2010");

        Assert.Empty(Changes(now, plans));
        Assert.Equal(["Breach R-01@F"], Changes(books.Snapshot, plans));
        Assert.Equal(["Worse R-02@F"], Changes(now, more));

        IEnumerable<string> Changes(BookSnapshot with, IReadOnlyList<ContributionPlan> planned) => Foresight.Between(
            new Foresight.Books(now, plans), new Foresight.Books(WhatIf.After(with, drafts), planned), PolicyBook.Rules()).Select(change => $"{change.Kind} {change.Name}");
    }

    private static IReadOnlyList<ForeseenChange> Of(string lines)
    {
        var books = TestBooks.Of(PolicyBook.Page("book.txt"));
        var drafts = books.Drafts(lines);
        var (now, plans) = (books.Snapshot, PolicyBook.Plans(books.View("2023-04-01")));
        return Foresight.Between(new Foresight.Books(now, plans), new Foresight.Books(WhatIf.After(now, drafts), plans), PolicyBook.Rules());
    }
}
