using FundTracker.Domain.Figures;
using FundTracker.Domain.Policies;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;

namespace FundTracker.Application.Policies;

/// <summary>Runs the examples beside a rule: a file whose rule does not say what its own examples expect is not taken.</summary>
public static class RuleExamples
{
    /// <summary>What a rule says of an example.</summary>
    public static RuleResult Run(Rule rule, RuleCase example) => RuleJudge.Judge(rule, new ExampleReader(example), isRetroactive: false);

    /// <summary>Examples of which the rule says something else than they expect.</summary>
    public static IReadOnlyList<DomainError> Failing(Rule rule) =>
    [
        .. from example in rule.Cases
           let said = Run(rule, example).Status
           where said != example.Expected
           select PolicyErrors.CaseFails(rule.Id, example.Name, expected: example.Expected, said: said),
    ];

    private sealed class ExampleReader(RuleCase example) : IPolicyReader
    {
        public IReadOnlyList<PolicySubject> SubjectsOf(RuleSubjects subjects) =>
            [new PolicySubject("EXAMPLE", BilingualName.Of("EXAMPLE", "EXAMPLE"), default)];

        public string? Fact(PolicySubject subject, string name) => example.Facts.GetValueOrDefault(name);

        public InputReading Read(Rule rule, string input, PolicySubject subject)
        {
            var id = new FigureId($"policy.{input}", subject.Code);
            return example.Inputs.TryGetValue(input, out var number)
                ? new InputReading(Figure<Multiple>.Of(id, Multiple.Of(number), Trail.Empty), number)
                : new InputReading(Figure<Multiple>.None(id, PolicyErrors.EvidenceMissing(input)), null);
        }
    }
}
