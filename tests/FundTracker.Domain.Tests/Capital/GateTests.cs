using FundTracker.Domain.Capital;
using FundTracker.Domain.Funds;
using FundTracker.Domain.Holdings;
using FundTracker.Domain.Indices;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Policies;
using FundTracker.Domain.Values;

namespace FundTracker.Domain.Tests.Capital;

/// <summary>Small languages in which terms are written: gates, carry, pacing, notes, and tables of benchmarks and indices.</summary>
public sealed class GateTests
{
    [Theory]
    [InlineData(ConditionKind.EarlierInvested, "30%", "EarlierInvested   30 Percent")]
    [InlineData(ConditionKind.EarlierInvested, "100", "EarlierInvested   100 Percent")]
    [InlineData(ConditionKind.EarlierPaidIn, " 95 % ", "EarlierPaidIn   95 Percent")]
    [InlineData(ConditionKind.EarlierPaidIn, "0", null)]
    [InlineData(ConditionKind.EarlierPaidIn, "100.01", null)]
    [InlineData(ConditionKind.EarlierPaidIn, "-5", null)]
    [InlineData(ConditionKind.EarlierPaidIn, "5;6", null)]
    [InlineData(ConditionKind.OthersArrived, "social;1.5x", "OthersArrived social  1.5 Multiple")]
    [InlineData(ConditionKind.OthersArrived, "others; 200000000", "OthersArrived others  200000000 Money")]
    [InlineData(ConditionKind.OthersArrived, "others;0x", null)]
    [InlineData(ConditionKind.OthersArrived, "others;0", null)]
    [InlineData(ConditionKind.OthersArrived, "fiscal;5", null)]
    [InlineData(ConditionKind.OthersArrived, "social", null)]
    [InlineData(ConditionKind.Grade, "district;good;80", "Grade district good 80 Count")]
    [InlineData(ConditionKind.Grade, "district;poor;0", "Grade district poor 0 Count")]
    [InlineData(ConditionKind.Grade, "district;good;100", "Grade district good 100 Count")]
    [InlineData(ConditionKind.Grade, "district;good;100.1", null)]
    [InlineData(ConditionKind.Grade, "district;;80", null)]
    [InlineData(ConditionKind.Grade, ";good;80", null)]
    [InlineData(ConditionKind.BudgetApproved, "", "BudgetApproved   1 Flag")]
    [InlineData(ConditionKind.BudgetApproved, "yes", null)]
    [InlineData(ConditionKind.Ticked, "", null)]
    public void A_gate_is_read_or_refused(ConditionKind kind, string value, string? expected)
    {
        var read = Gate.Read(kind, value);
        Assert.Equal(expected, read.IsSuccess ? $"{read.Value.Kind} {read.Value.Part} {read.Value.Grade} {read.Value.Limit} {read.Value.Unit}" : null);
        if (expected is null) Assert.Equal("plan.gateUnreadable", read.Error.Code);
        Assert.Equal("budget-2026", Gate.BudgetEvidence(2026));
    }

    [Fact]
    public void A_plan_with_a_gate_that_cannot_be_read_is_refused_and_what_the_system_judges_is_not_ticked()
    {
        var (signed, now) = (new Signatures("manager1", "approver1", Voucher: null), Stamp.EndOf(new DateOnly(2023, 1, 5)));
        var plan = ContributionPlan.DrawUp(new ContributionPlanId(1), new NodeId(1), new NodeId(1), rolling: true, signed, now);
        PlanStepDraft[] Steps(string value) =>
            [new PhaseDraft(new DateOnly(2023, 6, 30), Money.Of(5m, Currency.Cny), 2023, Provenance.Reported), new ConditionDraft("placed", ConditionKind.EarlierInvested, value)];
        Assert.Equal("plan.gateUnreadable", plan.Check(Steps("most")).Error.Code);
        Assert.Equal("plan.gateUnreadable", plan.Take(Steps("most"), signed, now).Error.Code);
        Assert.Empty(plan.Tranches);
        Assert.Equal("plan.gateUnreadable", ContributionPlan.CheckConditions([new ConditionDraft("x", ConditionKind.Ticked, "30%")]).Error.Code);
        Assert.True(plan.Check(Steps("30%")).IsSuccess);
        Assert.True(plan.Take(Steps("30%"), signed, now).IsSuccess);
        Assert.Equal((1, Provenance.Reported, 2023), (plan.Phase(1).Value.Number, plan.Phase(1).Value.Provenance, plan.Phase(1).Value.BudgetYear));
        Assert.Equal("plan.noSuchTranche", plan.Phase(2).Error.Code);
        Assert.Equal("plan.notTicked", plan.Check([new TickDraft(1, 1, "paper", null)]).Error.Code);
        Assert.Equal("plan.notTicked", plan.Take([new TickDraft(1, 1, "paper", null)], signed, now).Error.Code);
        Assert.Throws<ArgumentException>(() => plan.Check([new PlanDraft(true)]));
        Assert.Throws<ArgumentException>(() => plan.Take([new PlanDraft(true)], signed, now));
    }

    [Theory]
    [InlineData("European;8;Annual;100;20;", "European;8;Annual;100;20;")]
    [InlineData(" DealByDeal ; 0 ; Simple ; 0 ; 0 ; 25 ", "DealByDeal;0;Simple;0;0;25")]
    [InlineData("European;100;Annual;21;20;0", "European;100;Annual;21;20;0")]
    [InlineData("European;100.1;Annual;100;20;", null)]
    [InlineData("European;-1;Annual;100;20;", null)]
    [InlineData("European;8;Annual;20;20;", null)] // a catch-up that never catches up
    [InlineData("European;8;Annual;100.1;20;", null)]
    [InlineData("European;8;Annual;0;99.9;", "European;8;Annual;0;99.9;")]
    [InlineData("European;8.00;Annual;100.0;20.50;25.000", "European;8;Annual;100;20.5;25")] // no idle zeros
    [InlineData("European;0;Simple;0;0;0", "European;0;Simple;0;0;0")]
    [InlineData("European;0.000000000001;Simple;0;0;", "European;0.000000000001;Simple;0;0;")]
    [InlineData("European;8;Annual;0;100;", null)]
    [InlineData("European;8;Annual;100;20;100", "European;8;Annual;100;20;100")]
    [InlineData("European;8;Annual;100;20;100.1", null)]
    [InlineData("European;8;Annual;100;20;much", null)]
    [InlineData("American;8;Annual;100;20;", null)]
    [InlineData("European;8;Monthly;100;20;", null)]
    [InlineData("European;8;Annual;100;20", null)]
    [InlineData("European;x;Annual;100;20;", null)]
    [InlineData("European;8;Annual;x;20;", null)]
    [InlineData("European;8;Annual;100;x;", null)]
    public void Terms_of_carry_are_read_or_refused(string text, string? expected) => Assert.Equal(expected, CarryTerms.Parse(text)?.ToString());

    [Theory]
    [InlineData("25,33.3;12;2.5;8;5", "25,33.3 12 2.5 8 5")]
    [InlineData("0;99;20;1000;100", "0 99 20 1000 100")]
    [InlineData("100;0.5;0.1;-99.9;0", "100 0.5 0.1 -99.9 0")]
    [InlineData("101;12;2.5;8;5", null)]
    [InlineData("-1;12;2.5;8;5", null)]
    [InlineData("25,;12;2.5;8;5", null)]
    [InlineData("25;0;2.5;8;5", null)]
    [InlineData("25;99.1;2.5;8;5", null)]
    [InlineData("25;12;0;8;5", null)]
    [InlineData("25;12;20.1;8;5", null)]
    [InlineData("25;12;2.5;-100;5", null)]
    [InlineData("25;12;2.5;1000.1;5", null)]
    [InlineData("25;12;2.5;8;-1", null)]
    [InlineData("25;12;2.5;8;100.1", null)]
    [InlineData("25;12;2.5;8", null)]
    [InlineData("25;x;2.5;8;5", null)]
    [InlineData("25;12;x;8;5", null)]
    [InlineData("25;12;2.5;x;5", null)]
    [InlineData("25;12;2.5;8;x", null)]
    public void Terms_of_pacing_are_read_or_refused(string text, string? expected)
    {
        var terms = PacingTerms.Parse(text);
        Assert.Equal(expected, terms is null ? null : $"{string.Join(',', terms.CallPercents)} {terms.LifeYears} {terms.Bow} {terms.GrowthPercent} {terms.YieldPercent}");
    }

    [Theory]
    [InlineData("QuotedPrice: close of the day", true, ValuationMethod.QuotedPrice, "close of the day")]
    [InlineData("Cost", true, ValuationMethod.Cost, "")]
    [InlineData("Cost: a: b", true, ValuationMethod.Cost, "a: b")]
    [InlineData("Guess: a", false, default(ValuationMethod), "a")]
    [InlineData("7", false, default(ValuationMethod), "")]
    public void A_note_keeps_a_code_and_words(string note, bool isRead, ValuationMethod code, string words)
    {
        Assert.Equal((isRead, code, words), (LineNotes.TryRead<ValuationMethod>(note, out var read, out var rest), read, rest));
        if (isRead) Assert.Equal(note, LineNotes.Write(code, words));
    }

    [Theory]
    [InlineData(DistributionKind.ReturnOfCapital, LineKind.ReturnOfCapital)]
    [InlineData(DistributionKind.Gain, LineKind.GainDistribution)]
    [InlineData(DistributionKind.Income, LineKind.IncomeDistribution)]
    public void A_distribution_is_a_line_for_each_investor_that_receives_anything(DistributionKind kind, LineKind expected)
    {
        var (some, none) = (new InvestorShare(new EdgeId(1), Money.Of(5m, Currency.Cny)), new InvestorShare(new EdgeId(2), Money.Of(0m, Currency.Cny)));
        var line = Assert.Single(Distributions.Lines(kind, [some, none], new DateOnly(2023, 1, 5), recallable: true));
        Assert.Equal((new EdgeId(1), expected, true, Money.Of(5m, Currency.Cny)), (line.Edge, line.Kind, line.Recallable, line.Amount));
    }

    [Theory]
    [InlineData(BenchmarkMeasure.Tvpi, "0 1 2", true)]
    [InlineData(BenchmarkMeasure.Tvpi, "1 1 1", true)]
    [InlineData(BenchmarkMeasure.Tvpi, "-0.1 1 2", false)]
    [InlineData(BenchmarkMeasure.Irr, "-1 0 0.5", true)]
    [InlineData(BenchmarkMeasure.Irr, "-1.1 0 0.5", false)]
    [InlineData(BenchmarkMeasure.Tvpi, "2 1 3", false)]
    [InlineData(BenchmarkMeasure.Tvpi, "1 3 2", false)]
    [InlineData(BenchmarkMeasure.Tvpi, "1 2 1000000", true)]
    [InlineData(BenchmarkMeasure.Tvpi, "1 2 1000000.1", false)]
    [InlineData(BenchmarkMeasure.Tvpi, "1 1.00000001 2", true)]
    [InlineData(BenchmarkMeasure.Tvpi, "1 1.000000001 2", false)]
    public void Quartiles_ascend_within_their_bounds(BenchmarkMeasure measure, string values, bool isSound) => Assert.Equal(isSound, Row(measure, 2022, values).IsSound);

    [Fact]
    public void A_benchmark_records_what_is_new_and_answers_by_day_and_instant()
    {
        var table = BenchmarkTable.Open("B", BilingualName.Of("B", "B"));
        var (first, second) = (Stamp.EndOf(new DateOnly(2023, 1, 5)), Stamp.EndOf(new DateOnly(2023, 2, 5)));
        var old = table.Record([Row(BenchmarkMeasure.Tvpi, 2021, "1 2 3"), Row(BenchmarkMeasure.Irr, 2021, "0 0.1 0.25")], [], first, "manager1");
        var changed = table.Record([Row(BenchmarkMeasure.Tvpi, 2021, "1 2 4"), Row(BenchmarkMeasure.Irr, 2021, "0 0.1 0.25"), Row(BenchmarkMeasure.Tvpi, 2022, "1 2 5")], old, second, "manager2");
        Assert.Equal((2, 2, 2, second, "manager2"), (old.Count, changed.Count, table.Version, table.LastRecordedAt, changed[0].RecordedBy));
        Assert.Empty(table.Record([Row(BenchmarkMeasure.Irr, 2021, "0 0.1 0.25")], [.. old, .. changed], second, "manager1"));
        Assert.Equal(2, table.Version);
        BenchmarkEntry[] all = [.. old, .. changed];
        Assert.Equal(["Tvpi 3", "Irr 0.25"], Say(new DateOnly(2021, 12, 31), first));
        Assert.Equal(["Tvpi 4", "Irr 0.25"], Say(new DateOnly(2021, 12, 31), Stamp.Max));
        Assert.Equal(["Tvpi 5", "Irr 0.25"], Say(new DateOnly(2022, 12, 31), Stamp.Max));
        Assert.Empty(Say(new DateOnly(2021, 12, 30), Stamp.Max));
        Assert.Throws<ArgumentException>(() => table.Record([Row(BenchmarkMeasure.Tvpi, 2021, "3 2 1")], all, second, "manager1"));

        string[] Say(DateOnly day, Stamp knownAt) => [.. BenchmarkEntry.InForce(all, day, knownAt).Select(row => $"{row.Measure} {row.Upper}")];
    }

    [Fact]
    public void An_index_records_what_is_new_and_an_instant_never_goes_back()
    {
        var index = MarketIndex.Open("I", BilingualName.Of("I", "I"), Currency.Cny);
        var (day, now) = (new DateOnly(2023, 1, 5), Stamp.EndOf(new DateOnly(2023, 1, 5)));
        var first = index.Record([(day, 100.5m), (day.AddDays(1), 101m)], [], now, "manager1");
        var second = index.Record([(day, 100.5m), (day.AddDays(1), 102m), (day.AddDays(2), 103m)], first, now, "manager1");
        Assert.Equal([102m, 103m], second.Select(level => level.Level));
        Assert.Equal((now.Next, 2), (index.LastRecordedAt, index.Version));
        Assert.Equal([100.5m, 101m], IndexLevel.InForce([.. second, .. first], now).Select(level => level.Level));
        Assert.Equal([100.5m, 102m, 103m], IndexLevel.InForce([.. second, .. first], Stamp.Max).Select(level => level.Level));
        Assert.Empty(index.Record([(day, 100.5m)], first, now, "manager1"));
        Assert.Throws<ArgumentException>(() => index.Record([(day, 0m)], [], now, "manager1"));
        Assert.Equal(
            [false, true, true, false, true, false],
            new[] { 0m, 0.00000001m, IndexLevel.Below - 0.00000001m, IndexLevel.Below, 1.12345678m, 1.123456789m }.Select(IndexLevel.IsLevel));
    }

    private static BenchmarkQuartiles Row(BenchmarkMeasure measure, int year, string values)
    {
        var parts = values.Split(' ').Select(decimal.Parse).ToArray();
        return new BenchmarkQuartiles(2020, measure, new DateOnly(year, 12, 31), parts[0], parts[1], parts[2], "source");
    }
}
