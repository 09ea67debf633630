using System.Globalization;
using FundTracker.Analytics.Ratios;
using FundTracker.Domain.Capital;
using FundTracker.Domain.Evaluations;
using FundTracker.Domain.Figures;
using FundTracker.Domain.Funds;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Policies;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;

namespace FundTracker.Analytics.Policies;

/// <summary>Reads for rules from the books as they stood on a day, as known at an instant.</summary>
public sealed class PolicyReader : IPolicyReader
{
    private static readonly Dictionary<string, decimal> NoNumbers = new(StringComparer.Ordinal);
    private readonly LedgerView view;
    private readonly Dictionary<NodeId, ContributionPlan> plans;
    private readonly Dictionary<FigureId, IFigure> computed = [];
    private readonly IReadOnlyList<NodeEntry> subFunds;
    private readonly IReadOnlyList<NodeEntry> setUp;
    private readonly string? only;
    private readonly Dictionary<DateOnly, IReadOnlyList<RuleResult>> judged = [];
    private readonly Rulebook rules;
    private readonly Lazy<LocalLedger> local;

    /// <summary>Reads from books.</summary>
    /// <param name="view">The books.</param>
    /// <param name="plans">Contribution plans of their funds; those drawn up later than the view knows are left out.</param>
    /// <param name="rules">The rules, for inputs that ask what they say.</param>
    /// <param name="only">Code of the one fund that is judged; null for all.</param>
    public PolicyReader(LedgerView view, IEnumerable<ContributionPlan> plans, Rulebook rules, string? only = null)
    {
        (this.view, this.only, this.rules) = (view, only, rules);
        local = new Lazy<LocalLedger>(() => LocalLedger.Of(view, LocalTerms.On(rules, view.AsOf)));
        this.plans = plans.Where(plan => plan.RecordedAt <= view.KnownAt).ToDictionary(plan => plan.Fund);
        var held = FundFigureEngine.HeldSubFunds(view).Select(edge => view.Book.Edges[edge].Investee).ToHashSet();
        subFunds = [.. view.Book.Nodes.Where(node => node.Kind == NodeKind.SubFund && node.RecordedAt <= view.KnownAt && IsThere(node))
            .OrderBy(node => node.Code, StringComparer.Ordinal)];
        setUp = [.. subFunds.Where(node => held.Contains(node.Id) && StatusOf(node) is not (nameof(FundStatus.Pipeline) or nameof(FundStatus.Liquidated)))];

        // A fund of which nobody said how it stands, as imported tables have them, is there once money is committed to it.
        bool IsThere(NodeEntry node) => StatusOf(node) is not null || held.Contains(node.Id);
    }

    /// <summary>What counts as re-invested in the district.</summary>
    public LocalLedger Local => local.Value;

    /// <inheritdoc/>
    public IReadOnlyList<PolicySubject> SubjectsOf(RuleSubjects subjects)
    {
        IReadOnlyList<NodeEntry> mother = [view.Book.Root];
        IReadOnlyList<PolicySubject> all = subjects switch
        {
            RuleSubjects.MotherFund => [.. mother.Select(Subject)],
            RuleSubjects.SubFunds => [.. setUp.Select(Subject)],
            RuleSubjects.AllFunds => [.. mother.Concat(setUp).Select(Subject)],
            RuleSubjects.PlannedFunds => [.. subFunds.Select(Subject)],
            RuleSubjects.AllPlannedFunds => [.. mother.Concat(subFunds).Select(Subject)],
            RuleSubjects.FundClasses => [.. Classes()],
            _ => throw new ArgumentOutOfRangeException(nameof(subjects)),
        };
        return only is null ? all : [.. all.Where(subject => subject.Code == only)];
    }

    /// <inheritdoc/>
    public string? Fact(PolicySubject subject, string name)
    {
        if (ClassOf(subject.Code) is { } group && name == FactNames.FundClass) return group;
        return view.Book.FactOn(subject.Node, name, view.AsOf, view.KnownAt)?.Value;
    }

    /// <inheritdoc/>
    public InputReading Read(Rule rule, string input, PolicySubject subject)
    {
        if (PolicyInputs.Find(input) is not { } definition) return Stated(rule.Evidence.First(stated => stated.Name == input), subject);
        var numbers = definition.Parameters.ToDictionary(
            parameter => parameter.Name, parameter => rule.Parameter(parameter.Name)!.Value!.Value, StringComparer.Ordinal);
        return Compute(definition.Name, subject, numbers);
    }

    /// <summary>Computes an input without parameters of a subject.</summary>
    public InputReading Compute(string input, PolicySubject subject) => Compute(input, subject, NoNumbers);

    /// <summary>The score of a subject by a scheme, from what is computed and what was stated.</summary>
    /// <param name="scheme">A scheme that is no template.</param>
    /// <param name="subject">The fund.</param>
    /// <param name="isRetroactive">Whether the scheme did not evaluate the year.</param>
    /// <param name="entries">What a self-review states; null where none was handed in, so that facts stated as evidence are read.</param>
    public Scorecard Score(Scheme scheme, PolicySubject subject, bool isRetroactive, IReadOnlyList<SelfEntry>? entries = null) => SchemeJudge.Score(
        scheme, subject,
        ladder => Read(ladder, subject, entries), isRetroactive);

    /// <summary>
    /// What is computed where it can be, whatever was claimed; else what a self-review states, and before there is one the fact stated as
    /// evidence: a ladder may ask for what the books know only in part.
    /// </summary>
    private (InputReading Reading, PolicyUnit Unit) Read(Ladder ladder, PolicySubject subject, IReadOnlyList<SelfEntry>? entries)
    {
        var reading = Computed(ladder.Input, subject);
        if (ladder.Entered is not { } asked || reading?.Number is not null) return (reading!, PolicyInputs.Find(ladder.Input)!.Unit);
        return (entries is null ? Stated(asked, subject) : Claimed(asked, subject, entries), asked.Unit);
    }

    /// <summary>What is computed for something that a scheme asks; null where nothing computes it.</summary>
    public InputReading? Computed(string input, PolicySubject subject) =>
        PolicyInputs.Find(input) is { Parameters.Count: 0 } found ? Compute(found.Name, subject) : null;

    /// <summary>A figure that a rule has read, by its address; null where there is none such.</summary>
    /// <param name="id">The address.</param>
    /// <param name="evidence">What rules ask somebody to state.</param>
    public IFigure? Find(FigureId id, IReadOnlyList<EvidenceInput> evidence)
    {
        var name = id.Formula["policy.".Length..];
        var parts = id.Scope.Split('/');
        if (view.Book.FindNode(parts[0]) is not { } node) return null;
        if (name.StartsWith("evidence.", StringComparison.Ordinal))
            return evidence.FirstOrDefault(input => input.Name == name["evidence.".Length..]) is { } asked ? Stated(asked, Subject(node)).Figure : null;
        var numbers = new Dictionary<string, decimal>(StringComparer.Ordinal);
        foreach (var pair in parts.Skip(1).Select(part => part.Split(':')).Where(pair => pair is [not "class", _]))
            if (decimal.TryParse(pair[1], NumberStyles.Number, CultureInfo.InvariantCulture, out var number)) numbers[pair[0]] = number;
        var subject = Subject(node) with { Code = ClassOf(id.Scope) is { } group ? $"{node.Code}/class:{group}" : node.Code };
        foreach (var input in PolicyInputs.All.OrderByDescending(input => input.Name == name))
        {
            if (input.Parameters.Any(parameter => !numbers.ContainsKey(parameter.Name))) continue;
            var read = input.Parameters.ToDictionary(parameter => parameter.Name, parameter => numbers[parameter.Name], StringComparer.Ordinal);
            if (Search(Compute(input.Name, subject, read).Figure, id) is { } found) return found;
        }

        return null;
    }

    private static IFigure? Search(IFigure figure, FigureId id) => figure.Id == id
        ? figure
        : figure.Trail.Inputs.OfType<FigureInput>().Select(input => Search(input.Figure, id)).FirstOrDefault(found => found is not null);

    private static string? ClassOf(string code)
    {
        var part = code.Split('/').FirstOrDefault(part => part.StartsWith("class:", StringComparison.Ordinal));
        return part?["class:".Length..];
    }

    private static decimal? NumberOf(IFigure figure) => figure.Value switch
    {
        null => null,
        Percentage percentage => percentage.Percent,
        Multiple multiple => multiple.Value,
        Money money => money.Amount,
        Quantity quantity => quantity.Value,
        var other => throw new ArgumentException($"{other.GetType()} is no unit of an input.", nameof(figure)),
    };

    private InputReading Compute(string input, PolicySubject subject, Dictionary<string, decimal> numbers)
    {
        var node = view.Book.Node(subject.Node);
        var scope = new PolicyScope(view, node, ClassOf(subject.Code), plans.GetValueOrDefault(node.Id), numbers, Judged, local);
        if (!computed.TryGetValue(scope.Id(input), out var figure)) computed[scope.Id(input)] = figure = PolicyInputs.Compute(input, scope);
        var inputs = figure.Trail.Inputs.OfType<FigureInput>().ToList();
        var above = inputs.FirstOrDefault(part => part.Role == "numerator")?.Figure.Value as Money;
        var below = inputs.FirstOrDefault(part => part.Role == "denominator")?.Figure.Value as Money;
        return new InputReading(figure, NumberOf(figure), above, below, PolicyInputs.Find(input)!.GrowsWhole);
    }

    /// <summary>A fund of the books as a subject; null where there is none of the code.</summary>
    public PolicySubject? SubjectOf(string code) =>
        view.Book.FindNode(code) is { Kind: NodeKind.MotherFund or NodeKind.SubFund } node ? Subject(node) : null;

    /// <summary>What somebody has stated of a subject; without an answer where nobody has.</summary>
    public InputReading Stated(EvidenceInput input, PolicySubject subject)
    {
        var id = new FigureId($"policy.evidence.{input.Name}", subject.Code);
        var fact = view.Book.FactOn(subject.Node, $"{FactNames.Evidence}:{input.Name}", view.AsOf, view.KnownAt);
        if (fact is null)
            return new InputReading(Figure<Quantity>.None(id, PolicyErrors.EvidenceMissing(input.Name)), null);
        var trail = Trail.Of(new FactInput("evidence", subject.Node, fact));
        return Reading(id, input.Unit, Evidence.Read(input.Name, input.Unit, fact.Value), trail);
    }

    private static InputReading Claimed(EvidenceInput input, PolicySubject subject, IReadOnlyList<SelfEntry> entries)
    {
        var id = new FigureId($"policy.evidence.{input.Name}", subject.Code);
        return entries.FirstOrDefault(entry => entry.Input == input.Name) is { IsClaimed: true } entry
            ? Reading(id, input.Unit, ReviewRules.Read(input, entry), Trail.Empty)
            : new InputReading(Figure<Quantity>.None(id, CycleErrors.NotClaimed(input.Name)), null);
    }

    private static InputReading Reading(FigureId id, PolicyUnit unit, Result<Evidence> read, Trail trail)
    {
        if (!read.IsSuccess) return new InputReading(Figure<Quantity>.None(id, read.Error, trail), null);
        var answer = read.Value.Answer;
        IFigure figure = unit switch
        {
            PolicyUnit.Percent => Figure<Percentage>.Of(id, Percentage.FromPercent(answer), trail),
            PolicyUnit.Multiple => Figure<Multiple>.Of(id, Multiple.Of(answer), trail),
            PolicyUnit.Years => Figure<Quantity>.Of(id, Quantity.Of(answer, QuantityUnit.Years), trail),
            PolicyUnit.Days => Figure<Quantity>.Of(id, Quantity.Of(answer, QuantityUnit.Days), trail),
            PolicyUnit.Count => Figure<Quantity>.Of(id, Quantity.Of(answer, QuantityUnit.Count), trail),
            _ => Figure<Quantity>.Of(id, Quantity.Of(answer, QuantityUnit.Flag), trail),
        };
        return new InputReading(figure, answer);
    }

    private IReadOnlyList<RuleResult> Judged(DateOnly day)
    {
        if (judged.TryGetValue(day, out var found)) return found;
        var reader = day == view.AsOf ? this : new PolicyReader(view.On(day), plans.Values, rules, only);
        return judged[day] = RuleJudge.Judge(rules.On(day, retroactive: false).Answering, reader);
    }

    private string? StatusOf(NodeEntry fund) => view.Book.FactOn(fund.Id, FactNames.FundStatus, view.AsOf, view.KnownAt)?.Value;

    private IEnumerable<PolicySubject> Classes() =>
        from fund in setUp
        let held = view.Book.FactOn(fund.Id, FactNames.FundClass, view.AsOf, view.KnownAt)?.Value
        where held is not null
        group fund by held into funds
        orderby funds.Key
        select new PolicySubject($"{view.Book.Root.Code}/class:{funds.Key}", BilingualName.Of(funds.Key, funds.Key), view.Book.MotherFund);

    private static PolicySubject Subject(NodeEntry node) => new(node.Code, node.Name, node.Id);
}
