using FundTracker.Application.Imports;
using FundTracker.Application.Text;
using FundTracker.Domain.Results;

namespace FundTracker.Cli.Commands.Imports;

/// <summary>Prints what became of an import: counts, sums and remarks on standard output, refusals on the error stream.</summary>
internal sealed class ImportOutcome(string language, ImportTicker ticker)
{
    private readonly Texts texts = Texts.In(language);

    public IProgress<ImportProgress> Progress => ticker;

    public int DryRun(Result<ImportPreview> outcome)
    {
        ticker.Finish();
        if (!outcome.IsSuccess) return CommandLine.Refuse(outcome.Errors, language);
        Print(outcome.Value);
        Say("cli.importDry");
        return outcome.Value.Errors.Count == 0 ? 0 : CommandLine.Refuse(outcome.Value.Errors, language);
    }

    public int Submitted(Result<SubmitImport.Submitted> outcome)
    {
        ticker.Finish();
        if (!outcome.IsSuccess) return CommandLine.Refuse(outcome.Errors, language);
        Print(outcome.Value.Preview);
        if (outcome.Value.Batch is { } batch) Say("cli.importPending", ("batch", batch), ("books", outcome.Value.Preview.Books));
        else Say("cli.importNothing");
        return 0;
    }

    public int Posted(Result<ImportPreview> outcome)
    {
        ticker.Finish();
        if (!outcome.IsSuccess) return CommandLine.Refuse(outcome.Errors, language);
        Print(outcome.Value);
        Say(outcome.Value.Counts.New == 0 ? "cli.importNothing" : "cli.importPosted");
        return 0;
    }

    private void Print(ImportPreview preview)
    {
        var counts = preview.Counts;
        Say("cli.importPreview", ("books", preview.Books), ("rows", counts.New), ("same", counts.Skipped), ("lines", counts.Lines));
        var table = new TextTable(["", "#", ""]);
        foreach (var (kind, count, sum) in preview.Sums) table.Add([texts.Of(kind), $"{count}", texts.Print(sum)]);
        if (preview.Sums.Count > 0) table.Write(Console.Out);
        foreach (var remark in preview.Remarks) Console.Out.WriteLine(texts.Sentence(remark));
    }

    private void Say(string key, params (string Name, object Value)[] args) => Console.Out.WriteLine(texts.Sentence(new DomainError(key, args)));
}

/// <summary>Shows on the error stream how far an import has come; nothing where that is no screen.</summary>
internal sealed class ImportTicker(string language) : IProgress<ImportProgress>
{
    private readonly bool isScreen = !Console.IsErrorRedirected;
    private bool hasShown;

    public void Report(ImportProgress value)
    {
        if (!isScreen) return;
        hasShown = true;
        Console.Error.Write($"\r{Texts.In(language).Of(value.Step)} {value.Done}/{value.Total}          ");
    }

    /// <summary>Ends the line of progress.</summary>
    public void Finish()
    {
        if (hasShown) Console.Error.WriteLine();
    }
}
