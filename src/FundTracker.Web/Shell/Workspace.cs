using FundTracker.Application.Funds;
using FundTracker.Domain.Values;
using FundTracker.Web.Components;
using Microsoft.JSInterop;

namespace FundTracker.Web.Shell;

/// <summary>
/// What one open page looks at: which fund, as of which day, as known when, in which unit. Pages listen to it and ask again when it moves.
/// </summary>
/// <param name="clock">Tells what day it is.</param>
/// <param name="script">Keeps the choice in the browser.</param>
public sealed class Workspace(TimeProvider clock, IJSRuntime script)
{
    private readonly List<Func<Task>> readers = [];
    private readonly List<Action> viewers = [];
    private readonly List<Func<Task>> watchers = [];
    private bool isStarted;

    /// <summary>What is kept in the browser.</summary>
    public Preferences Preferences { get; private set; } = Preferences.Default;

    /// <summary>Code of the mother fund looked at; null where there is none yet.</summary>
    public string? Fund => Preferences.Fund;

    /// <summary>Unit of amounts.</summary>
    public AmountUnit Unit => Preferences.Unit;

    /// <summary>The day as of which figures are shown.</summary>
    public DateOnly AsOf { get; private set; }

    /// <summary>The instant as known at which they are shown; null for now.</summary>
    public Stamp? KnownAt { get; private set; }

    /// <summary>When this window was opened.</summary>
    public Stamp OpenedAt { get; private set; }

    /// <summary>The day that forms begin with: the one shown while the past is looked at, so that what is recorded shows; else today.</summary>
    public DateOnly WorkDay => AsOf < Today ? AsOf : Today;

    /// <summary>The day that statements of value begin with: the last end of a quarter up to <see cref="WorkDay"/>.</summary>
    public DateOnly ValueDay => Quarter.Of(WorkDay) is var quarter && quarter.LastDay == WorkDay ? WorkDay : quarter.Previous.LastDay;

    /// <summary>Today, by the host's clock and time zone.</summary>
    public DateOnly Today => DateOnly.FromDateTime(clock.GetLocalNow().Date);

    /// <summary>Whether the past is looked at, by either date.</summary>
    public bool IsPast => AsOf < Today || KnownAt is not null;

    /// <summary>Calls back when the fund, the day or the instant moved, so that figures are asked for again.</summary>
    /// <returns>Ends it when disposed.</returns>
    public IDisposable OnMove(Func<Task> reader) => Subscription.To(readers, reader);

    /// <summary>Calls back when anything shown here changed.</summary>
    /// <returns>Ends it when disposed.</returns>
    public IDisposable OnChange(Action viewer) => Subscription.To(viewers, viewer);

    /// <summary>Calls back when something was recorded from this window.</summary>
    /// <returns>Ends it when disposed.</returns>
    public IDisposable OnRecord(Func<Task> watcher) => Subscription.To(watchers, watcher);

    /// <summary>The mother funds that the user may look at.</summary>
    public IReadOnlyList<ListMotherFunds.Row> Funds { get; private set; } = [];

    /// <summary>Begins with what the browser kept and the address says; a fund that is not in sight gives way to the first that is.</summary>
    public void Start(Preferences preferences, IReadOnlyList<ListMotherFunds.Row> funds, DateOnly? asOf, Stamp? knownAt)
    {
        if (isStarted) return;
        OpenedAt = Stamp.From(clock.GetUtcNow());
        var fund = funds.FirstOrDefault(row => row.Code == preferences.Fund) ?? funds.FirstOrDefault();
        (isStarted, Funds, Preferences, AsOf, KnownAt) = (true, funds, preferences with { Fund = fund?.Code }, asOf ?? Today, knownAt);
    }

    /// <summary>Takes notice of funds that came since, and looks at one of them.</summary>
    public Task Refresh(IReadOnlyList<ListMotherFunds.Row> funds, string? open)
    {
        Funds = funds;
        return Open(open ?? Fund);
    }

    /// <summary>Looks at another fund.</summary>
    public async Task Open(string? fund)
    {
        if (fund == Fund) return;
        await Keep(Preferences with { Fund = fund });
        await Announce();
    }

    /// <summary>Looks at another day, or at what was known at another instant.</summary>
    public async Task Travel(DateOnly asOf, Stamp? knownAt)
    {
        if ((asOf, knownAt) == (AsOf, KnownAt)) return;
        (AsOf, KnownAt) = (asOf, knownAt);
        await script.InvokeVoidAsync("fundTracker.rememberDay", ShownDay.CookieName, new ShownDay(asOf, knownAt).Write(Today));
        await Announce();
    }

    /// <summary>Something was recorded from this window.</summary>
    public async Task NoteRecord()
    {
        foreach (var watcher in watchers.ToList()) await watcher();
    }

    /// <summary>Shows amounts in another unit.</summary>
    public Task Show(AmountUnit unit) => Restyle(Preferences with { Unit = unit });

    /// <summary>Shows the pages dark or light.</summary>
    public Task Show(bool dark) => Restyle(Preferences with { Dark = dark });

    private async Task Restyle(Preferences preferences)
    {
        await Keep(preferences);
        Redraw();
    }

    private async Task Keep(Preferences preferences)
    {
        Preferences = preferences;
        await script.InvokeVoidAsync("fundTracker.remember", Preferences.CookieName, preferences.Write(), preferences.Dark);
    }

    private async Task Announce()
    {
        Redraw();
        foreach (var reader in readers.ToList()) await reader();
    }

    private void Redraw()
    {
        foreach (var viewer in viewers.ToList()) viewer();
    }

    private sealed class Subscription(Action end) : IDisposable
    {
        public static Subscription To<T>(List<T> listeners, T listener)
        {
            listeners.Add(listener);
            return new Subscription(() => listeners.Remove(listener));
        }

        public void Dispose() => end();
    }
}
