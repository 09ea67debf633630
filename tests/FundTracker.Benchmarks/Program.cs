using FundTracker.Benchmarks.Analytics;
using FundTracker.Benchmarks.Books;
using FundTracker.Benchmarks.Figures;
using FundTracker.Benchmarks.Portfolio;
using FundTracker.Benchmarks.Reports;

// One line per benchmark: the name that the command line takes, and what it runs.
//   dotnet run -c Release --project tests/FundTracker.Benchmarks -- <name> [arguments]
var benchmarks = new SortedDictionary<string, Action<string[]>>(StringComparer.OrdinalIgnoreCase)
{
    ["books-post"] = BooksPost.Run,
    ["books-read"] = BooksRead.Run,
    ["figures"] = FundFiguresRun.Run,
    ["irr-batch"] = IrrBatchRun.Run,
    ["portfolio"] = PortfolioRun.Run,
    ["portfolio-memory"] = PortfolioRun.RunInMemory,
    ["report-demo"] = ReportDemo.Run,
    ["report-quarterly"] = ReportQuarterly.Run,
    ["report-table"] = ReportTable.Run,
};

if (args.Length == 0 || !benchmarks.TryGetValue(args[0], out var run))
{
    Console.Error.WriteLine($"Usage: <name> [arguments], where <name> is one of: {string.Join(", ", benchmarks.Keys)}");
    return 2;
}

run(args[1..]);
return 0;
