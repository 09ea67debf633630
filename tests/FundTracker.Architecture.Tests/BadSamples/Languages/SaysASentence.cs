namespace FundTracker.Architecture.Tests.BadSamples.Languages;

/// <summary>Speaks one language only.</summary>
internal static class SaysASentence
{
    public static string Title(int number) => $"出资通知 {number}";
}
