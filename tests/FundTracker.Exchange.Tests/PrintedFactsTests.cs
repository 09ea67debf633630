using FundTracker.Analytics.Phases;
using FundTracker.Analytics.Ratios;
using FundTracker.Application.Imports;
using FundTracker.Domain.Capital;
using FundTracker.Domain.Funds;
using FundTracker.Domain.Holdings;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Values;
using FundTracker.Testing.Databases;
using Microsoft.EntityFrameworkCore;

namespace FundTracker.Exchange.Tests;

/// <summary>What the newspaper page prints of the fund stands in the demonstration, and is told from what was invented around it.</summary>
public sealed class PrintedFactsTests
{
    private static readonly DateOnly PrintedOn = new(2023, 6, 30);
    private static readonly DateOnly LastDay = new(2026, 3, 31);
    private static readonly string[] Named = ["HENGSHUO", "ZHHB", "ANLONG", "ZKTHZ", "SXZX"];

    private static readonly Lazy<Task<Demo>> Loaded = new(async () =>
    {
        await using var host = await TestHost.Create();
        await host.Must(new LoadDemo.Command("LUZHOU1"), Actors.Manager1);
        return new Demo(
            await host.Books("LUZHOU1"), await host.Look(db => db.ContributionPlans.SingleAsync()), await host.Look(db => db.CapitalCalls.ToListAsync()),
            await host.Look(db => db.Lines.ToListAsync()), await host.Look(db => db.FinancingRounds.ToListAsync()));
    });

    [Fact]
    public async Task Every_printed_fact_of_the_fund_stands_in_the_demo_as_reported()
    {
        var demo = await Loaded.Value;
        Names(demo);
        Facts(demo);
        FirstPhase(demo);
        Family(demo);
        Companies(demo);
    }

    [Fact]
    public async Task Named_companies_carry_what_was_printed_and_the_fields_that_a_line_needs_beyond_it_are_marked()
    {
        var demo = await Loaded.Value;
        foreach (var company in Named.Select(code => demo.Book.FindNode(code)!))
        {
            var edges = demo.Book.EdgesInto(company.Id).Select(edge => demo.Book.Edges[edge].Id).ToHashSet();
            var lines = demo.Lines.Where(line => edges.Contains(line.Edge)).ToList();
            var beyond = RecordFields.Day | RecordFields.Parties | (company.Code == "HENGSHUO" ? RecordFields.None : RecordFields.Amount);
            Assert.Equal([(LineKind.Investment, Provenance.Reported, beyond)], lines.Select(line => (line.Kind, line.Provenance, line.Invented)));
            Assert.DoesNotContain(demo.Rounds, round => round.Company == company.Id);
            Assert.All(
                demo.Book.Facts.Where(fact => fact.Subject == company.Id),
                fact => Assert.Equal((fact.Name, Provenance.Reported), (fact.Name, fact.Provenance)));
        }
    }

    [Fact]
    public async Task A_figure_on_a_printed_amount_is_reported_and_one_on_an_invented_field_is_not()
    {
        var demo = await Loaded.Value;
        var view = demo.View(PrintedOn);
        var phase = PhaseProgress.Of(view, demo.Book.Root, demo.Plan, demo.Calls)[0];
        var holding = demo.Holding("HENGSHUO");
        Assert.Equal((Money.Of(500_000_000m, Currency.Cny), false), (phase.Called.Require(), phase.Called.IsIllustrative));
        Assert.Equal((Money.Of(500_000_000m, Currency.Cny), true), (phase.Paid.Require(), phase.Paid.IsIllustrative));
        Assert.False(view.IsIllustrative(holding, LineKinds.InvestmentKinds, FieldsRead.Amount));
        Assert.True(view.IsIllustrative(holding, LineKinds.InvestmentKinds, FieldsRead.Share));
    }

    [Fact]
    public async Task No_fund_pays_out_more_than_it_received()
    {
        var view = (await Loaded.Value).View(LastDay);
        foreach (var fund in view.Book.Nodes.Where(node => node.Kind is NodeKind.MotherFund or NodeKind.SubFund))
        {
            var edges = view.Book.EdgesInto(fund.Id).Where(edge => view.Book.Edges[edge].Kind == EdgeKind.Commitment).ToList();
            var held = view.Book.EdgesHeldBy(fund.Id).ToList();
            var back = held.Sum(edge => view.Distributed(edge) + view.Sum(edge, KindSet.Of(LineKind.ExitProceeds, LineKind.Dividend)));
            Assert.True(edges.Sum(view.Distributed) <= edges.Sum(view.PaidIn) + back, fund.Code);
        }
    }

    private static void Names(Demo demo)
    {
        var root = demo.Book.Root;
        Assert.Equal(("合肥庐州壹号产业基金", "Hefei Luzhou No.1 Industry Fund", Provenance.Reported), (root.Name.Zh, root.Name.En, root.Provenance));
        (string Code, string Name)[] printed =
        [
            ("LYKC", "庐阳科创集团"), ("LYFB", "庐阳区财政局(国资委)"), ("JNNF", "建南南方合肥产业基金"), ("AIYI", "庐阳爱意种子基金"),
            ("KJZH", "科技成果转化基金"), ("ZALY2", "中安庐阳创投基金二期"), ("HENGSHUO", "恒烁半导体(恒烁股份)"), ("ZHHB", "中环环保"),
            ("ANLONG", "安龙基因"), ("ZKTHZ", "中科太赫兹"), ("SXZX", "四相至新"),
        ];
        Assert.All(printed, one =>
        {
            var node = demo.Book.FindNode(one.Code)!;
            Assert.Equal((one.Name, Provenance.Reported), (node.Name.Zh, node.Provenance));
        });
        var invented = demo.Book.Nodes.Where(node => node.Provenance != Provenance.Reported).ToList();
        Assert.All(invented, node => Assert.Equal((node.Code, Provenance.Illustrative), (node.Code, node.Provenance)));
        Assert.All(invented, node => Assert.Contains("示例", node.Name.Zh, StringComparison.Ordinal));
    }

    private static void Facts(Demo demo)
    {
        (string Code, string Name, string Value)[] printed =
        [
            ("LUZHOU1", FactNames.TargetSize, "5000000000.00"), ("LUZHOU1", FactNames.LegalForm, nameof(LegalForm.Company)),
            ("LUZHOU1", FactNames.Founding, "由庐阳区财政局（国资委）通过整合及注资设立，为庐阳科创集团子公司"),
            ("LUZHOU1", FactNames.Governance, "基金管理委员会对基金及其参股的子基金投资运营实施全过程绩效管理"),
            ("LUZHOU1", FactNames.KeyFields, "optoelectronics,digitalEconomy,newEnergy"),
            ("LUZHOU1", FactNames.Purpose, "以资引资、以资招商；“小资本”撬动“大资本”；母子基金联动；产业反哺基金"),
            ("LUZHOU1", FactNames.FundFamily,
                "21只基金，规模218.41亿元：区产业发展基金1只、50亿元，参建基金20只、168.41亿元；累计投资项目130个，覆盖新能源汽车、信息技术、半导体等产业"),
            ("LUZHOU1", FactNames.Ecosystem, "种子、天使、科创、产业投资全生态链；科技成果转化、初创期、发展期、成长期、成熟期全生命周期"),
            ("JNNF", FactNames.PlannedCommitment, "1000000000"), ("LYFB", FactNames.InvestorKind, nameof(InvestorKind.Fiscal)),
            ("LYFB", FactNames.FiscalLevel, nameof(FiscalLevel.District)), ("LYKC", FactNames.InvestorKind, nameof(InvestorKind.StateOwned)),
            ("HENGSHUO", FactNames.Listed, "star"), ("HENGSHUO", FactNames.Sector, "semiconductors"), ("ZHHB", FactNames.Listed, "notStated"),
            ("ANLONG", FactNames.Location, "district"), ("ZKTHZ", FactNames.Location, "district"), ("SXZX", FactNames.Location, "district"),
        ];
        Assert.All(printed, one =>
        {
            var fact = demo.Fact(one.Code, one.Name);
            Assert.Equal((one.Code, one.Name, one.Value, (Provenance?)Provenance.Reported), (one.Code, one.Name, fact?.Value, fact?.Provenance));
        });
        Assert.Equal((nameof(FundStatus.Pipeline), Provenance.Reported), (demo.Fact("JNNF", FactNames.FundStatus)?.Value, demo.Fact("JNNF", FactNames.FundStatus)?.Provenance));
    }

    private static void FirstPhase(Demo demo)
    {
        var first = demo.Plan.Tranches[0];
        var call = demo.Calls.Single(call => call.Fund == demo.Book.MotherFund && call.Tranche == 1);
        Assert.True(demo.Plan.Rolling);
        Assert.Equal((1, Money.Of(500_000_000m, Currency.Cny)), (first.Number, first.Amount));
        Assert.Equal((Provenance.Reported, RecordFields.Day | RecordFields.BudgetYear), (first.Provenance, first.Invented));
        Assert.Equal((Provenance.Reported, RecordFields.Day | RecordFields.Parties), (call.Provenance, call.Invented));
        Assert.All(demo.Plan.Tranches.Skip(1), later => Assert.Equal(Provenance.Illustrative, later.Provenance));
    }

    private static void Family(Demo demo)
    {
        var funds = FundFigureEngine.OfFamily(demo.View(PrintedOn));
        var sizes = funds.Select(fund => fund.FundSize.Require().Amount).ToList();
        Assert.Equal((21, 5_000_000_000m, 16_841_000_000m, 21_841_000_000m), (sizes.Count, sizes[0], sizes.Skip(1).Sum(), sizes.Sum()));
        Assert.All(funds, fund => Assert.True(fund.FundSize.IsIllustrative, fund.Fund.Code));
        var stages = demo.Book.Nodes.Where(node => node.Kind == NodeKind.SubFund).Select(node => demo.Fact(node.Code, FactNames.FundStage)?.Value).ToHashSet();
        Assert.Equal(Enum.GetNames<FundStage>().Where(stage => stage != "None").Order(), stages.OfType<string>().Order());
    }

    private static void Companies(Demo demo)
    {
        var view = demo.View(PrintedOn);
        var held = view.Lines(Enumerable.Range(0, demo.Book.Edges.Count).ToHashSet(), LineKinds.InvestmentKinds)
            .Select(line => demo.Book.Edges[demo.Book.Columns.Edges[line]].Investee).Distinct().Select(id => demo.Book.Node(id)).ToList();
        var (sectors, stages) = (Said(FactNames.Sector), Said(FactNames.LifeCycleStage));
        var line = demo.Lines.Single(line => line.Edge == demo.Book.Edges[demo.Holding("HENGSHUO")].Id);
        Assert.Equal(130, held.Count);
        Assert.All(Named, code => Assert.Contains(held, node => node.Code == code));
        Assert.Superset(new HashSet<string?> { "newEnergyVehicles", "informationTechnology", "semiconductors" }, sectors);
        Assert.Superset(Enum.GetNames<LifeCycleStage>().Where(stage => stage != "None").ToHashSet<string?>(), stages);
        Assert.Equal((2017, Money.Of(10_000_000m, Currency.Cny)), (line.EffectiveDate.Year, line.Amount));
        Assert.Equal((Provenance.Reported, RecordFields.Day | RecordFields.Parties), (line.Provenance, line.Invented));

        HashSet<string?> Said(string name) => [.. held.Select(node => demo.Fact(node.Code, name)?.Value)];
    }

    private sealed record Demo(
        BookSnapshot Book, ContributionPlan Plan, List<CapitalCall> Calls, List<LedgerLine> Lines, List<FinancingRound> Rounds)
    {
        public LedgerView View(DateOnly day) => new(Book, day, Stamp.Max);

        public int Holding(string company) =>
            Book.EdgesInto(Book.FindNode(company)!.Id).Single(edge => Book.Edges[edge].Kind == EdgeKind.Holding);

        public FactEntry? Fact(string code, string name) => Book.FactOn(Book.FindNode(code)!.Id, name, PrintedOn, Stamp.Max);
    }
}
