using FundTracker.Analytics.Leverage;
using FundTracker.Domain.Figures;
using FundTracker.Domain.Funds;
using FundTracker.Domain.Values;
using FundTracker.Testing;

namespace FundTracker.Domain.Tests.Figures;

/// <summary>Where leverage has its borders: targets just met, kinds of investors behind funds, rows by their address, days of a step.</summary>
public sealed class LeverageBordersTests
{
    // M is 70 fiscal and 30 state-owned; it has 100 of 400 in F, of which SOC and SOC2 hold 200 and 100.
    private const string Books = """
        mother M CNY
        fund F CNY
        fund G CNY
        2023-01-01 FIN investorKind = Fiscal
        2023-01-01 SOE investorKind = StateOwned
        2023-01-01 SOC investorKind = SocialCapital
        2023-01-01 SOC2 investorKind = SocialCapital
        2023-01-01 F fundClass = Theme
        2023-01-01 F sector = optics
        2023-01-05 FIN->M Commitment 700.00
        2023-01-05 SOE->M Commitment 300.00
        2023-01-05 FIN->M Contribution 70.00
        2023-01-05 SOE->M Contribution 30.00
        2023-02-01 M->F Commitment 100.00
        2023-02-01 SOC->F Commitment 200.00
        2023-02-01 SOC2->F Commitment 100.00
        2023-02-01 M->F Contribution 10.00
        2023-02-01 SOC->F Contribution 20.00
        2023-02-01 SOC2->F Contribution 10.00
        """;

    [Theory]
    [InlineData("TotalToMotherCommitted", "4", true)]
    [InlineData("TotalToMotherCommitted", "4.01", false)]
    [InlineData("SocialShare", "0.75", true)]
    [InlineData("SocialShare", "0.7501", false)]
    public void A_target_is_met_by_a_ratio_that_just_reaches_it(string formula, string target, bool isMet)
    {
        var row = LeverageEngine.Whole(TestBooks.Of($"{Books}\n2023-01-01 M leverageTarget:{formula} = {target}").View("2023-12-31"));
        Assert.Equal(isMet, row[Enum.Parse<LeverageFormula>(formula)].Target!.IsMet);
        Assert.Single(row.Ratios, ratio => ratio.Target is not null);
    }

    [Theory]
    [InlineData("3", true)]
    [InlineData("3.01", false)]
    public void A_target_of_a_class_is_others_money_to_ours_and_is_met_by_one_more(string target, bool isMet)
    {
        var view = TestBooks.Of($"{Books}\n2023-01-01 M leverageTarget:class:Theme = {target}").View("2023-12-31");
        var row = LeverageEngine.Find(view, "M/class:Theme")!;
        var found = Assert.Single(row.Ratios, ratio => ratio.Target is not null);

        Assert.Equal((LeverageFormula.TotalToMotherCommitted, isMet), (found.Definition.Formula, found.Target!.IsMet));
        Assert.Equal((decimal.Parse(target, System.Globalization.CultureInfo.InvariantCulture) + 1, found.Target.OthersToOurs + 1), (found.Target.Value, found.Target.Value));
        Assert.All(LeverageEngine.Find(view, "M/sector:optics")!.Ratios, ratio => Assert.Null(ratio.Target));
    }

    [Fact]
    public void A_target_is_neither_met_nor_missed_while_there_is_no_ratio()
    {
        var target = LeverageEngine.Whole(TestBooks.Of("mother M CNY\n2023-01-01 M leverageTarget:SocialShare = 0.5").View("2023-12-31"))[LeverageFormula.SocialShare].Target!;
        Assert.Equal((0.5m, (bool?)null), (target.Value, target.IsMet));
    }

    [Theory]
    [InlineData("M", "M")]
    [InlineData("m", "M")]
    [InlineData("F", "F")]
    [InlineData("M/sector:optics", "M/sector:optics")]
    [InlineData("m/CLASS:theme", "M/class:Theme")]
    [InlineData("M/currency:USD", "M")]
    [InlineData("F/currency:USD", "F")]
    [InlineData("/currency:USD", null)]
    [InlineData("M/sector:energy", null)]
    [InlineData("G", null)]
    [InlineData("SOC", null)]
    public void A_row_is_found_by_its_address(string asked, string? found) =>
        Assert.Equal(found, LeverageEngine.Find(TestBooks.Of(Books).View("2023-12-31"), asked)?.Scope);

    [Fact]
    public void A_fund_that_is_only_planned_is_in_no_row()
    {
        var view = TestBooks.Of($"{Books}\n2023-03-01 F fundStatus = Pipeline").View("2023-12-31");
        Assert.Null(LeverageEngine.Find(view, "F"));
        Assert.Equal("M", Assert.Single(LeverageEngine.AllRows(view)).Scope);
        Assert.Equal($"{FigureReasons.NothingInLayer()}", $"{LeverageEngine.Whole(view)[LeverageFormula.SocialToFiscal].Ratio.NoneReason}");
        Assert.NotNull(LeverageEngine.Find(view.On(new DateOnly(2023, 2, 28)), "F"));
    }

    [Fact]
    public void One_invented_payment_makes_the_money_of_its_kind_illustrative_and_no_other()
    {
        var row = LeverageEngine.Whole(TestBooks.Of(Books.Replace("SOC2->F Contribution 10.00", "SOC2->F Contribution 10.00 illustrative", StringComparison.Ordinal)).View("2023-12-31"));
        Assert.True(row[LeverageFormula.SocialToFiscal].Numerator.IsIllustrative);
        Assert.False(row[LeverageFormula.SocialToFiscal].Denominator.IsIllustrative);
    }

    [Theory]
    [InlineData("", "Fiscal 7.00, StateOwned 3.00, SocialCapital 30.00")] // by what they paid into M
    [InlineData("2023-03-01 FIN->M PaidInTransferOut 70.00\n2023-03-01 SOE->M PaidInTransferOut 30.00", "Fiscal 7.00, StateOwned 3.00, SocialCapital 30.00")] // by what they promised
    [InlineData("2023-03-01 FIN->M PaidInTransferOut 80.00", "StateOwned 10.00, SocialCapital 30.00")] // nobody has a share below nothing
    public void Money_of_a_fund_is_that_of_the_investors_behind_it(string more, string kinds)
    {
        var row = LeverageEngine.Whole(TestBooks.Of($"{Books}\n{more}").View("2023-12-31"));
        Assert.Equal(kinds, string.Join(", ", row.ByKind.Where(money => !money.Amount.IsZero).OrderBy(money => money.IsSocial).ThenBy(money => money.Kind).Select(money => $"{money.Kind} {money.Amount.ToPlainText()}")));
    }

    [Theory]
    [InlineData("2023-03-01 SOC investorKind =", "SOC")]
    [InlineData("2023-03-01 SOE investorKind =", "SOE")]
    [InlineData("2023-03-01 FIN->M PaidInTransferOut 70.00\n2023-03-01 SOE->M PaidInTransferOut 30.00\n2023-03-01 FIN->M CommitmentReduction 700.00\n2023-03-01 SOE->M CommitmentReduction 300.00", "M")]
    [InlineData("2023-03-01 BANK->F Contribution 1.00", "BANK")]
    public void An_investor_of_unknown_kind_leaves_the_split_unknown_and_is_named(string more, string investor)
    {
        var row = LeverageEngine.Whole(TestBooks.Of($"{Books}\n{more}").View("2023-12-31"));
        Assert.Equal($"{FigureReasons.InvestorKindUnknown(investor)}", $"{row[LeverageFormula.SocialShare].Numerator.NoneReason}");
        Assert.Empty(row.ByKind);
        Assert.NotNull(row[LeverageFormula.TotalToMotherPaidIn].Ratio.Value);
    }

    [Fact]
    public void An_investor_of_unknown_kind_who_has_paid_nothing_stands_in_nobodys_way() =>
        Assert.NotNull(LeverageEngine.Whole(TestBooks.Of($"{Books}\n2023-03-01 BANK->F Commitment 50.00").View("2023-12-31"))[LeverageFormula.SocialShare].Ratio.Value);

    [Fact]
    public void Steps_begin_the_day_after_the_one_they_are_counted_from_and_end_with_the_day_asked_for()
    {
        var view = TestBooks.Of($"{Books}\n2023-03-01 SOC->F Contribution 5.00\n2023-06-30 SOC->F Contribution 5.00\n2023-07-01 SOC->F Contribution 5.00").View("2023-06-30");
        Assert.Equal(["2023-06-30"], Days("2023-03-01"));
        Assert.Equal(["2023-03-01", "2023-06-30"], Days("2023-02-28"));
        Assert.Empty(Days("2023-06-30"));

        IEnumerable<string> Days(string from) => LeverageAttribution.Of(view, LedgerText.Date(from), LeverageFormula.TotalToMotherPaidIn).Select(step => $"{step.Day:yyyy-MM-dd}");
    }

    [Fact]
    public void A_fact_moves_a_ratio_from_its_day_on_and_not_before_it_is_known()
    {
        var books = TestBooks.Of($"{Books}\n2023-06-30 SOC2 investorKind = Fiscal at:2023-08-01T00:00:00Z");
        Assert.Equal(["2023-06-30"], Days(books.View("2023-06-30"), "2023-06-29"));
        Assert.Empty(Days(books.View("2023-06-30"), "2023-06-30"));
        Assert.Empty(Days(books.View("2023-06-29"), "2023-06-01"));
        Assert.Empty(Days(books.View("2023-06-30", "2023-07-31"), "2023-06-29"));

        static IEnumerable<string> Days(Domain.Ledgers.LedgerView view, string from) =>
            LeverageAttribution.Of(view, LedgerText.Date(from), LeverageFormula.SocialToFiscal).Select(step => $"{step.Day:yyyy-MM-dd}");
    }

    [Fact]
    public void Kinds_that_count_as_social_are_those_stated_or_else_social_financial_and_managers_money()
    {
        Assert.Equal([InvestorKind.SocialCapital, InvestorKind.Financial, InvestorKind.Manager], LeverageEngine.Whole(TestBooks.Of(Books).View("2023-12-31")).SocialKinds);
        var stated = LeverageEngine.Whole(TestBooks.Of($"{Books}\n2023-01-01 M socialKinds = StateOwned").View("2023-12-31"));
        Assert.Equal((Money.Of(3m, Currency.Cny), Money.Of(7m, Currency.Cny)), (stated[LeverageFormula.SocialToFiscal].Numerator.Require(), stated[LeverageFormula.SocialToFiscal].Denominator.Require()));
    }
}
