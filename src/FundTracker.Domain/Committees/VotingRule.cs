using System.Globalization;
using System.Text.RegularExpressions;

namespace FundTracker.Domain.Committees;

/// <summary>
/// 议事规则: how many members must vote, and how many of those must be in favour. As a fact of the mother fund it reads
/// <c>quorum&gt;=2/3;majority&gt;1/2</c>: <c>&gt;=</c> counts the fraction itself, <c>&gt;</c> asks for more.
/// </summary>
public sealed partial record VotingRule
{
    private VotingRule(Threshold quorum, Threshold majority) => (Quorum, Majority) = (quorum, majority);

    /// <summary>Two thirds of the members vote, two thirds of the votes are in favour; what holds where nothing was stated.</summary>
    public static VotingRule Default { get; } = Parse("quorum>=2/3;majority>=2/3")!;

    /// <summary>Members who must vote, of all in office; abstaining is voting.</summary>
    public Threshold Quorum { get; }

    /// <summary>Votes in favour, of all that were cast, abstentions among them.</summary>
    public Threshold Majority { get; }

    /// <summary>Reads a rule; null where the text is none.</summary>
    public static VotingRule? Parse(string? text)
    {
        var match = Form().Match(text ?? "");
        if (!match.Success) return null;
        var quorum = Threshold.Of(match, "q");
        var majority = Threshold.Of(match, "m");
        return quorum is null || majority is null ? null : new VotingRule(quorum, majority);
    }

    /// <inheritdoc/>
    public override string ToString() => $"quorum{Quorum};majority{Majority}";

    [GeneratedRegex(@"^quorum(?<qs>>=?)(?<qn>\d{1,3})/(?<qd>\d{1,3});majority(?<ms>>=?)(?<mn>\d{1,3})/(?<md>\d{1,3})$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Form();

    /// <summary>A fraction that is reached or passed.</summary>
    public sealed record Threshold
    {
        private Threshold(int numerator, int denominator, bool isStrict) =>
            (Numerator, Denominator, IsStrict) = (numerator, denominator, isStrict);

        /// <summary>Above the line.</summary>
        public int Numerator { get; }

        /// <summary>Below the line, above zero and not below <see cref="Numerator"/>.</summary>
        public int Denominator { get; }

        /// <summary>Whether the fraction itself is not enough.</summary>
        public bool IsStrict { get; }

        /// <summary>Whether a part of a whole reaches the fraction; nothing of nothing does not.</summary>
        public bool IsReached(int part, int whole) => whole > 0 && (IsStrict
            ? part * Denominator > Numerator * whole
            : part * Denominator >= Numerator * whole);

        /// <summary>The smallest part of a whole that reaches the fraction.</summary>
        public int Least(int whole)
        {
            var part = 0;
            while (part <= whole && !IsReached(part, whole)) part++;
            return part;
        }

        /// <inheritdoc/>
        public override string ToString() =>
            string.Create(CultureInfo.InvariantCulture, $"{(IsStrict ? ">" : ">=")}{Numerator}/{Denominator}");

        internal static Threshold? Of(Match match, string part)
        {
            var numerator = int.Parse(match.Groups[part + "n"].ValueSpan, CultureInfo.InvariantCulture);
            var denominator = int.Parse(match.Groups[part + "d"].ValueSpan, CultureInfo.InvariantCulture);
            var isStrict = match.Groups[part + "s"].Value == ">";
            if (denominator == 0 || numerator > denominator || (isStrict && numerator == denominator)) return null;
            return new Threshold(numerator, denominator, isStrict);
        }
    }
}
