using System.Globalization;
using System.Text;
using FundTracker.Analytics.Phases;
using FundTracker.Analytics.Policies;
using FundTracker.Analytics.Registry;
using FundTracker.Analytics.Tolerance;
using FundTracker.Domain.Capital;
using FundTracker.Domain.Figures;
using FundTracker.Domain.Funds;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Policies;
using FundTracker.Domain.Tests.Figures;
using FundTracker.Domain.Values;

namespace FundTracker.Domain.Tests.Policies.Whole;

/// <summary>What rules read and say, what gates say, what became of projects and companies, as text.</summary>
internal sealed class PolicyText
{
    private static readonly Rule Asked = PolicyBook.Rules().Rules.First(rule => rule.Id == "R-02");
    private readonly StringBuilder page = new();
    private readonly HashSet<(FigureId, object?)> said = [];
    private readonly LedgerView view;
    private readonly IReadOnlyList<ContributionPlan> plans;
    private readonly Rulebook rules = PolicyBook.Rules();

    private PolicyText(LedgerView view) => (this.view, plans) = (view, PolicyBook.Plans(view));

    /// <summary>Every input of every fund and of the classes, with its trail.</summary>
    public static string Inputs(LedgerView view)
    {
        var text = new PolicyText(view);
        var reader = new PolicyReader(view, text.plans, text.rules);
        foreach (var subject in reader.SubjectsOf(RuleSubjects.AllPlannedFunds))
            foreach (var input in PolicyInputs.All) text.Input(reader, subject, input);
        foreach (var subject in reader.SubjectsOf(RuleSubjects.FundClasses)) text.Input(reader, subject, PolicyInputs.Find("othersToOurs")!);
        return text.page.ToString();
    }

    /// <summary>What each rule says of each subject, and who decides.</summary>
    public static string Findings(LedgerView view)
    {
        var text = new PolicyText(view);
        var (answering, refused) = text.rules.On(view.AsOf, retroactive: false);
        foreach (var result in RuleJudge.Judge(answering, new PolicyReader(view, text.plans, text.rules)))
        {
            text.Say($"{result.Rule.Id} {result.Status} by {result.Headline?.Subject.Code}");
            foreach (var finding in result.Findings) text.Finding(finding);
        }

        foreach (var reason in refused) text.Say($"refused: {reason}");
        return text.page.ToString();
    }

    /// <summary>Phases, their conditions as judged, and when money came and went.</summary>
    public static string Gates(LedgerView view)
    {
        var text = new PolicyText(view);
        var calls = PolicyBook.Calls(view);
        foreach (var plan in text.plans)
        {
            var fund = view.Book.Node(plan.Fund);
            var use = FirstUse.Of(view, fund.Id);
            text.Say($"{fund.Code}: first money {use.Money:O}, first placed {use.Placed:O}");
            foreach (var phase in PhaseProgress.Of(view, fund, plan, fund.Code == "M" ? calls : [])) text.Phase(phase);
            foreach (var tranche in plan.Tranches)
                foreach (var gate in GateEngine.Judge(view, plan, tranche, fund.Code == "M" ? calls : [])) text.Gate(tranche, gate);
        }

        return text.page.ToString();
    }

    /// <summary>Projects of each fund, and what was on record of each decision.</summary>
    public static string Tolerance(LedgerView view)
    {
        var text = new PolicyText(view);
        foreach (var fund in view.Book.Nodes.Where(node => node.Kind is NodeKind.MotherFund or NodeKind.SubFund))
        {
            var tolerance = FundTolerance.Of(view, fund);
            text.Say($"{fund.Code}: commitment {Decided(tolerance.Commitment)}");
            foreach (var project in tolerance.Projects)
                text.Say($"  {project.Company.Code} failed {project.IsFailed}, duty {project.Duty}: {string.Join("; ", project.Decisions.Select(Decided))}");
            text.Figures(tolerance.All);
        }

        return text.page.ToString();
    }

    /// <summary>Companies' years, the chain, and the carriers.</summary>
    public static string Companies(LedgerView view, int year)
    {
        var text = new PolicyText(view);
        var social = SocialEngine.Of(view, view.Registry, year);
        foreach (var row in social.Companies) text.Say($"{row.Company.Code}: stated {row.Year is not null}, ours {row.Ours}");
        foreach (var total in social.Totals) text.Say($"{total.Measure}: {total.Stated} stated, {total.StatedWithShare} with share, of {total.Companies}");
        text.Say($"followed {social.Followed}");
        text.Figures(
            [.. social.Companies.SelectMany(row => new IFigure[] { row.Share, row.FollowOn }), .. social.Totals.SelectMany(total => new[] { total.InFull, total.ByShare }), social.FollowOn, social.FollowOnByShare]);
        foreach (var row in ChainMap.Of(view))
        {
            text.Say($"sector {row.Sector} key {row.IsKeyField}: {string.Join(", ", row.Cells.Select(cell => $"{cell.Segment} {string.Join('+', cell.Companies.Select(company => company.Code))}{(cell.IsGap ? "gap" : "")}"))}");
            text.Figures(row.Cells.Select(cell => cell.Invested));
        }

        text.Figures(view.Registry.Carriers.Values.Select(carrier => Occupancy.OfCarrier(view.Registry, carrier)));
        return text.page.ToString();
    }

    private void Input(PolicyReader reader, PolicySubject subject, InputDefinition input)
    {
        var rule = rules.Rules.FirstOrDefault(rule => rule.Reads(input.Name)) ?? Asked;
        var read = reader.Read(rule, input.Name, subject);
        Say($"{subject.Code} {input.Name}: {read.Number} {input.Unit}, {read.Numerator} / {read.Denominator}{(read.GrowsWhole ? " grows" : "")}");
        Figures([read.Figure]);
        Assert.Same(read.Figure, reader.Find(read.Figure.Id, []));
    }

    private void Finding(Finding finding)
    {
        Say($"  {finding.Subject.Code} {finding.Status} by {finding.Deciding.Check.Input}");
        foreach (var check in finding.Checks)
            Say($"    {check.Check.Input} {check.Status}: {check.Reading.Number} against {check.Limit} {check.Unit}, off {check.Distance} {check.DistanceInMoney} {check.Reason}");
    }

    private void Phase(PhaseProgress phase)
    {
        Say($"phase {phase.Number} on {phase.PlannedDate:O} of {phase.BudgetYear}: {phase.Planned}, {phase.ConditionsMet} of {phase.Conditions} met{(phase.IsOverdue ? ", overdue" : "")} {phase.Provenance}");
        Figures([phase.Called, phase.Paid]);
    }

    private void Gate(Tranche tranche, GateResult gate)
    {
        Say($"gate {tranche.Number}.{gate.Condition} {gate.Text} {gate.Kind}: {gate.Status} {gate.Number} of {gate.Gate?.Limit} {gate.Gate?.Unit}, missing {gate.Gap} {gate.GapMoney} {gate.Reason}");
        if (gate.Figure is { } figure) Figures([figure]);
    }

    private static string Decided(Decision? decision) => decision is null
        ? "none"
        : string.Create(CultureInfo.InvariantCulture, $"{decision.Day:O} {decision.Amount} {decision.Duty} by {decision.Record?.DecidedOn:O}");

    private void Figures(IEnumerable<IFigure> figures) => page.Append(FigureText.Of(figures, said));

    private void Say(FormattableString line) => page.Append(line.ToString(CultureInfo.InvariantCulture).TrimEnd()).Append('\n');
}
