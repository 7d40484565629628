# Commands of admins: help, emergency stop.

help-admin = <b>For admins</b>
command-broadcast = new broadcast
command-campaigns = campaigns and their reports
command-notify-open-days-update = tell of edited open days
command-stop-sending = emergency stop of all campaigns
command-resume-sending = let campaigns go on

sending-stopped =
    🛑 <b>Campaigns are stopped</b> · { $time }

    Replies to students go out as ever. To resume: /resumesending.
sending-stopped-already = 🛑 <b>Campaigns are stopped already:</b> { $who }, { $time }
sending-resumed = ▶️ <b>Campaigns go on</b> · { $time }
sending-resumed-after = They were stopped: { $who }, { $time }.
sending-not-stopped = Campaigns are not stopped: all that was started is being sent.
sending-waits = { campaign-title }: { $waits } waiting
sending-nothing-waits = There are no unfinished campaigns.
sending-paused = { campaign-title }: paused, { $waits } waiting
