using FundTracker.Domain.Results;

namespace FundTracker.Domain.Evaluations;

/// <summary>Refusals of evaluation schemes and of questions about them.</summary>
public static class EvaluationErrors
{
    /// <summary>An indicator that people enter can't be left out of a score: what nobody stated would count as not applicable.</summary>
    public static DomainError LeftOutEntered(string scheme, string indicator) =>
        new("evaluation.leftOutEntered", ("scheme", scheme), ("indicator", indicator));

    /// <summary>Every indicator may be left out, so that nothing might be scored.</summary>
    public static DomainError NothingAlwaysApplies(string scheme) => new("evaluation.nothingAlwaysApplies", ("scheme", scheme));

    /// <summary>The weights of a group or of the scheme do not add up.</summary>
    public static DomainError WeightsOff(string scheme, string part, decimal sum, decimal expected) =>
        new("evaluation.weightsOff", ("scheme", scheme), ("part", part), ("sum", sum), ("expected", expected));

    /// <summary>Two bands overlap.</summary>
    public static DomainError BandsOverlap(string scheme, string indicator, decimal at) =>
        new("evaluation.bandsOverlap", ("scheme", scheme), ("indicator", indicator), ("at", at));

    /// <summary>Between two bands figures earn nothing that the scheme says.</summary>
    public static DomainError BandsHole(string scheme, string indicator, decimal from, decimal to) =>
        new("evaluation.bandsHole", ("scheme", scheme), ("indicator", indicator), ("from", from), ("to", to));

    /// <summary>The most that the bands give is not what the indicator is worth.</summary>
    public static DomainError PointsUnreachable(string scheme, string indicator, decimal most, decimal of) =>
        new("evaluation.pointsUnreachable", ("scheme", scheme), ("indicator", indicator), ("most", most), ("of", of));

    /// <summary>An indicator reads what nobody computes and nobody is asked for.</summary>
    public static DomainError InputUnknown(string scheme, string indicator, string input) =>
        new("evaluation.inputUnknown", ("scheme", scheme), ("indicator", indicator), ("input", input));

    /// <summary>Two files state the same scheme.</summary>
    public static DomainError SchemeTwice(string scheme) => new("evaluation.schemeTwice", ("scheme", scheme));

    /// <summary>No such scheme.</summary>
    public static DomainError SchemeUnknown(string scheme) => new("evaluation.schemeUnknown", ("scheme", scheme));

    /// <summary>The scheme is a template.</summary>
    public static DomainError SchemeIncomplete(string scheme, string groups) =>
        new("evaluation.schemeIncomplete", ("scheme", scheme), ("groups", groups));

    /// <summary>The scheme does not evaluate the year.</summary>
    public static DomainError NotForYear(string scheme, int first, DateOnly from, int year) =>
        new("evaluation.notForYear", ("scheme", scheme), ("first", first), ("from", from), ("year", year));

    /// <summary>The year has not begun.</summary>
    public static DomainError YearNotBegun(int year) => new("evaluation.yearNotBegun", ("year", year));

    /// <summary>A term of review or of a grade is outside its bounds.</summary>
    public static DomainError TermOff(string scheme, string term, decimal value, decimal least, decimal most) =>
        new("evaluation.termOff", ("scheme", scheme), ("term", term), ("value", value), ("least", least), ("most", most));

    /// <summary>A grade changes a fee of which the scheme does not say how much it is.</summary>
    public static DomainError FeeMissing(string scheme, string grade) => new("evaluation.feeMissing", ("scheme", scheme), ("grade", grade));

    /// <summary>Two grades have one code, or begin at the same points.</summary>
    public static DomainError GradeTwice(string scheme, string grade) => new("evaluation.gradeTwice", ("scheme", scheme), ("grade", grade));

    /// <summary>Two groups, or two indicators, have one id.</summary>
    public static DomainError IdTwice(string scheme, string id) => new("evaluation.idTwice", ("scheme", scheme), ("id", id));

    /// <summary>A band, a figure of zero or a group would give less than nothing, or more than its indicator has.</summary>
    public static DomainError PointsOff(string scheme, string id, decimal points, decimal most) =>
        new("evaluation.pointsOff", ("scheme", scheme), ("id", id), ("points", points), ("most", most));

    /// <summary>Below the lowest grade there is none.</summary>
    public static DomainError GradesHole(string scheme, decimal from) => new("evaluation.gradesHole", ("scheme", scheme), ("from", from));

    /// <summary>An indicator is partly computed and partly entered, so that nobody knows who scores it.</summary>
    public static DomainError BasisMixed(string scheme, string indicator) =>
        new("evaluation.basisMixed", ("scheme", scheme), ("indicator", indicator));
}
