namespace FundTracker.Analytics.Returns;

/// <summary>A stretch of daily log rates and what is proved about the roots in it.</summary>
/// <param name="Low">Lower end; the sign there is certain.</param>
/// <param name="High">Upper end; the sign there is certain.</param>
/// <param name="IsTouching">False: exactly one root. True: roots, or a root and its absence, that the precision of the
/// amounts does not tell apart.</param>
/// <param name="Centre">For a touching bracket the best single rate; else where the search starts.</param>
internal readonly record struct RootBracket(double Low, double High, bool IsTouching, double Centre);
