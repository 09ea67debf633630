using FundTracker.Domain.Funds;
using FundTracker.Domain.Policies;
using FundTracker.Web.Texts;

namespace FundTracker.Web.Features.Policies;

/// <summary>Names of those whom rules judge.</summary>
internal static class SubjectName
{
    /// <summary>A fund by its name, a class of funds by the class's.</summary>
    public static string Of(PolicySubject subject) => subject.Code.Contains("/class:", StringComparison.Ordinal)
        ? Words.OfFact<FundClass>(subject.Name.Zh)
        : Words.Of(subject.Name);
}
