using System.Text.Json.Nodes;
using FundTracker.Application.Figures;
using FundTracker.Application.Text;
using FundTracker.Domain.Policies;

namespace FundTracker.Application.Policies;

/// <summary>
/// Results of rules as JSON: one object per rule, its deciding subject on top, all subjects below. Figure, limit, gap and headroom of a
/// finding are all in its <c>unit</c>: percent are percent numbers (60 is 60 %), days days, money an exact decimal string.
/// </summary>
public static class RuleJson
{
    /// <summary>One object per rule.</summary>
    public static IEnumerable<JsonObject> Of(GetRules.Answer answer, string language) =>
        answer.Results.Select(result => Object(result, answer.Conflicts, language));

    private static JsonObject Object(RuleResult result, IReadOnlyList<PolicyConflict> conflicts, string language)
    {
        var rule = result.Rule;
        var json = new JsonObject
        {
            ["rule"] = rule.Id,
            ["version"] = rule.Version,
            ["title"] = rule.Title.In(language),
            ["level"] = Camel(rule.Level),
            ["severity"] = Camel(rule.Severity),
            ["status"] = Camel(result.Status),
            ["retroactive"] = result.IsRetroactive,
            ["clause"] = rule.Clause.In(language),
            ["source"] = rule.Source.In(language),
            ["sourceStatus"] = Camel(rule.SourceStatus),
            ["effectiveFrom"] = rule.EffectiveFrom.ToString("O"),
            ["effectiveTo"] = rule.EffectiveTo?.ToString("O"),
            ["effectiveFromAssumed"] = rule.IsDateAssumed,
        };
        if (result.Headline is { } headline)
        {
            foreach (var (name, value) in Finding(headline, language)) json[name] = value?.DeepClone();
        }
        else
        {
            (json["figure"], json["gap"]) = (null, null);
            (json["reason"], json["reasonText"]) = (PolicyErrors.NobodyConcerned().Code, Texts.In(language).Sentence(PolicyErrors.NobodyConcerned()));
        }

        json["subjects"] = new JsonArray([.. result.Findings.Select(finding => (JsonNode)Finding(finding, language))]);
        json["conflicts"] = new JsonArray([.. Conflicts(rule, conflicts, language)]);
        return json;
    }

    private static JsonObject Finding(Finding finding, string language)
    {
        var check = finding.Deciding;
        var isBreached = finding.Status == FindingStatus.Breached;
        var json = new JsonObject
        {
            ["subject"] = finding.Subject.Code,
            ["status"] = Camel(finding.Status),
            ["figureId"] = check.Reading.Figure.Id.ToString(),
            ["figure"] = FigureJson.InUnit(check.Reading, language),
            ["unit"] = Camel(check.Unit),
            ["limit"] = check.Limit,
            ["must"] = Camel(check.Check.Must),
            ["gap"] = isBreached ? Gap(check) : null,
            ["headroom"] = finding.Status == FindingStatus.Met ? Gap(check) : null,
            ["cure"] = isBreached ? FindingText.Cure(finding, language) : null,
            ["retroactive"] = finding.IsRetroactive,
            ["illustrative"] = check.Reading.Figure.IsIllustrative,
        };
        if (check.Reason is { } reason) (json["reason"], json["reasonText"]) = (reason.Code, Texts.In(language).Sentence(reason));
        return json;
    }

    private static JsonObject? Gap(CheckResult check)
    {
        if (check.Check.Must == Demand.Yes || check.Distance is not { } distance) return null;
        var json = new JsonObject { ["value"] = distance, ["unit"] = Camel(check.Unit) };
        if (check.DistanceInMoney is { } money) (json["amount"], json["currency"]) = (money.ToPlainText(), money.Currency.Code);
        return json;
    }

    private static IEnumerable<JsonNode> Conflicts(Rule rule, IReadOnlyList<PolicyConflict> conflicts, string language) =>
        from conflict in conflicts
        where conflict.First.Rule.Id == rule.Id || conflict.Second.Rule.Id == rule.Id
        let other = conflict.First.Rule.Id == rule.Id ? conflict.Second : conflict.First
        select new JsonObject
        {
            ["with"] = other.Rule.Id,
            ["kind"] = Camel(conflict.Kind),
            ["input"] = conflict.Input,
            ["status"] = Camel(other.Status),
            ["limit"] = FindingText.Limit(other.Checks.First(check => check.Check.Input == conflict.Input), language),
            ["subjects"] = new JsonArray([.. conflict.Subjects.Select(code => (JsonNode)code)]),
        };

    private static string Camel<T>(T value)
        where T : struct, Enum
    {
        var name = value.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }
}
