import { chromium } from 'playwright-core';
import fs from 'node:fs';
const link=/http:\S+token=\S+/.exec(fs.readFileSync('/tmp/rel/desk.log','utf8'))[0];
const b=await chromium.launch({executablePath:'/usr/bin/chromium',args:['--no-sandbox']});
const state='/tmp/rel/state.json';
const ctx=await b.newContext({viewport:{width:1280,height:900},...(fs.existsSync(state)?{storageState:state}:{})});
const p=await ctx.newPage(); const errs=[];p.on('pageerror',e=>errs.push(String(e)));p.on('console',m=>m.type()==='error'&&errs.push(m.text()));
if(!fs.existsSync(state)){await p.goto(link);await p.waitForTimeout(1500);const btn=p.getByRole('button',{name:/sign in/i});if(await btn.count())await btn.first().click();await p.waitForTimeout(1500);await ctx.storageState({path:state});}
const go=async(u,name,f)=>{await p.goto('http://127.0.0.1:4919'+u);await p.waitForTimeout(1800);if(f)await f();await p.screenshot({path:`/tmp/rel/${name}.png`,fullPage:true})};
await go('/topics?topic=tariffs&show=edit','form1');
await go('/topics?topic=tariffs&show=edit','form2',async()=>{await p.locator('details.form-block summary').nth(4).click();await p.waitForTimeout(300);await p.locator('details[open] .form-term').first().click();await p.waitForTimeout(400)});
await p.setViewportSize({width:340,height:800});
await go('/topics?topic=climate&show=edit','form3',async()=>{await p.locator('details.form-block summary').nth(1).click();await p.waitForTimeout(300)});
await p.setViewportSize({width:1280,height:900});
await go('/topics?topic=tariffs&show=quality','quality');
console.log(errs); await b.close();
