using FundTracker.Application.Imports;
using FundTracker.Application.Text;
using FundTracker.Domain.Results;

namespace FundTracker.Application.Indices;

/// <summary>The demonstration's administrator imports an index and a table of peers; both are invented and say so in their names and source.</summary>
internal sealed class IndexChapter : IDemoChapter
{
    /// <summary>Code of the invented index.</summary>
    public const string Index = "EXAMPLE-INDEX";

    /// <summary>Code of the invented table of peers.</summary>
    public const string Peers = "EXAMPLE-PEERS";

    private const string Administrator = "admin1";

    public int Place => 10;

    public async Task<bool> IsTold(DemoTeller teller, CancellationToken cancellation)
    {
        var listed = await teller.As(Administrator, new ListBenchmarks.Query(), cancellation);
        return listed.IsSuccess && listed.Value.Any(table => table.Code == Peers);
    }

    public async Task<Result<Done>> Tell(DemoTeller teller, CancellationToken cancellation)
    {
        var levels = await teller.As(
            Administrator, new ImportIndexLevels.Command(Index, "CNY", Read("index.csv"), Name("zh", "demo.index"), Name("en", "demo.index")), cancellation);
        return await levels.Then(async _ => (await teller.As(
            Administrator, new ImportBenchmark.Command(Peers, Read("benchmark.csv"), Name("zh", "demo.benchmark"), Name("en", "demo.benchmark")), cancellation))
            .Map(_ => Done.Value));
    }

    private static string Name(string language, string key) => Texts.In(language)[key];

    private static byte[] Read(string file)
    {
        using var stream = typeof(IndexChapter).Assembly.GetManifestResourceStream($"FundTracker.Application.Indices.Demo.{file}")
            ?? throw new InvalidOperationException($"The assembly lacks {file}.");
        using var content = new MemoryStream();
        stream.CopyTo(content);
        return content.ToArray();
    }
}
